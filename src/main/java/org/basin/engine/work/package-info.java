/**
 * Trains on Spark: what is left to do, how it is cut into tasks and slices, what is committed, and
 * what is tried again.
 */
package org.basin.engine.work;
