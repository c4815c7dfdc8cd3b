/** Probes of quantities that every network has, and the catalogue of all probes. */
package org.basin.probe.general;
