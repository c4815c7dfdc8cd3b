/**
 * Statistics of finished trials: moments, quantiles, confidence intervals and survival curves. Its
 * methods take arrays and return records.
 *
 * <p>It uses no other package of Basin. A number that is not defined (the mean of an empty sample)
 * is NaN.
 */
package org.basin.stats;
