/**
 * Statistics of finished trials: moments, quantiles, intervals, survival. Arrays in, records out.
 *
 * <p>Plain Java; uses no other room. A number that is not defined (the mean of nothing) is NaN.
 */
package org.basin.stats;
