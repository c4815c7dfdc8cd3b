/**
 * Trains trials: the trainer, batches of trials, stopping rules, observation schedules, hitting
 * times as they are watched, outcomes and memory.
 *
 * <p>This package is plain Java. It knows nothing of Spark or tables.
 */
package org.basin.train;
