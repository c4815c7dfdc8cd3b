/**
 * Probes of quantities that one paper defines: the neural correlation function and its KKT points
 * (Kumar &amp; Haupt 2024), the direction of a deep linear network and the bounds on it (Lin, Sun
 * &amp; Zhang 2021).
 *
 * <p>A probe that any network can use is in {@code probe.general}.
 */
package org.basin.probe.paper;
