/**
 * Probes of quantities that a paper defines: the neural correlation function and its KKT points
 * (Kumar &amp; Haupt 2024), the direction of a deep linear network and the bounds on it (Lin, Sun
 * &amp; Zhang 2021).
 *
 * <p>Part of {@code train}; a probe that any network could use stands there.
 */
package org.basin.probe.paper;
