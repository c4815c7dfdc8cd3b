/** What differs between two sweeps, or between two publications of one. Spark computes it. */
package org.basin.engine.compare;
