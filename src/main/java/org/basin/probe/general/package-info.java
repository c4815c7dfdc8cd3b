/** Probes of quantities that any network has, and the catalogue of all probes. */
package org.basin.probe.general;
