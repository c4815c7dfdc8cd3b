package org.basin.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.spark.SparkConf;

/**
 * The log of a process that the launcher did not start. Where nobody has configured it, Spark tells
 * all that it does, thousands of lines; then the launcher's configuration, which the jar carries,
 * takes its place.
 */
final class LogDefaults {

  private static final String OWN = "log4j2.properties";
  private static final String SPARKS = "org/apache/spark/log4j2-defaults.properties";

  private LogDefaults() {}

  /** Replaces the default configuration of Log4j or of Spark, and no other. */
  static void apply() {
    // Spark configures the log when it logs first, unless it finds a configuration that it did not
    // make. It looks for one in another context than the one that it configures.
    SparkConf sparks = new SparkConf(false);
    sparks.log();
    LoggerContext context =
        (LoggerContext) LogManager.getContext(sparks.getClass().getClassLoader(), false);
    URI current = context.getConfigLocation();
    URL own = LogDefaults.class.getResource(OWN);
    boolean isDefault =
        context.getConfiguration() instanceof DefaultConfiguration
            || (current != null && current.toString().endsWith(SPARKS));
    if (own != null && isDefault) {
      try {
        context.setConfigLocation(own.toURI());
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e); // A class loader gives no such address.
      }
    }
  }
}
