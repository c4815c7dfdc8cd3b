/** Intervals by resampling: the bootstrap, and the random streams that it draws from. */
package org.basin.stats.resampling;
