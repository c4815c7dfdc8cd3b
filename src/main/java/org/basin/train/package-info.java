/**
 * How trials are trained: the trainer, batches of lanes, stopping rules, observation schedules,
 * hitting times as they are watched, outcomes, memory.
 *
 * <p>Plain Java. Knows nothing of Spark or tables.
 */
package org.basin.train;
