/**
 * What Spark calls differently in its versions: one class, {@code SparkInternals}, of which {@code
 * src/main/spark-4} and {@code src/main/spark-3.5} have one each. A build compiles one of the two.
 * Whoever needs a class of Spark that is not public, and that is another in another version, asks
 * here.
 */
package org.basin.spark;
