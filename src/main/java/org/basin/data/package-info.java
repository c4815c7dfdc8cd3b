/**
 * What networks learn from: training sets, fresh samples, populations in closed form; the input
 * laws, targets and teachers they are made of; file readers; minibatch streams.
 *
 * <p>Plain Java. Uses {@code plan} and {@code nn}; knows nothing of trials or Spark.
 */
package org.basin.data;
