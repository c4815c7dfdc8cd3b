/**
 * Statistics of finished trials. Its methods take arrays and return records; each subject has an
 * inner package. Here stands what all subjects share.
 *
 * <p>It uses no other package of Basin. A number that is not defined (the mean of an empty sample)
 * is NaN.
 */
package org.basin.stats;
