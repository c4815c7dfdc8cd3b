/**
 * Where a sample lies and how far it spreads: means, quantiles, fractions, with their intervals.
 */
package org.basin.stats.location;
