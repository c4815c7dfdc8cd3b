/**
 * The data that networks learn from: training sets, fresh samples, and populations in closed form.
 * It holds the input distributions, targets and teachers that make them, the readers of files, and
 * the streams of minibatches.
 *
 * <p>It uses {@code settings}, {@code linalg}, {@code nn} and {@code kernel}; it knows nothing of
 * trials or Spark.
 */
package org.basin.data;
