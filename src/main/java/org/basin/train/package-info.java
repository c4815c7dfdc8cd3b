/**
 * Trials and how they are watched: the trainer, batches of lanes, probes, stopping rules,
 * observation schedules, hitting times, outcomes.
 *
 * <p>Plain Java. Uses {@code plan}, {@code nn} and {@code data}; knows nothing of Spark or tables.
 */
package org.basin.train;
