package org.basin.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.Test;

class SessionDefaultsIT {

  /** A task that did could wait for two minutes. */
  @Test
  void noTask_asksTheDriverForClasses() {
    SparkSession queries = SessionDefaults.forBytes(SharedSpark.session(), 1L << 30);
    String loader =
        queries
            .range(1)
            .map((MapFunction<Long, String>) unused -> loaders(), Encoders.STRING())
            .first();
    assertThat(loader).contains("AppClassLoader").doesNotContain("ExecutorClassLoader");
  }

  /** The names of the loaders that the classes of this task come from. */
  private static String loaders() {
    StringBuilder names = new StringBuilder();
    for (ClassLoader loader = Thread.currentThread().getContextClassLoader();
        loader != null;
        loader = loader.getParent()) {
      names.append(loader.getClass().getName()).append(' ');
    }
    return names.toString();
  }
}
