package org.basin.engine;

import com.typesafe.config.ConfigFactory;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.storage.EngineSettings;
import org.basin.plan.Sweep;
import org.basin.testing.DecayTrials;

/** Jobs that train {@link DecayTrials}. */
public final class Jobs {

  private Jobs() {}

  public static EngineSettings settings() {
    return EngineSettings.of(ConfigFactory.load());
  }

  /** Settings that cut even a small sweep into several slices. */
  public static EngineSettings manySlices() {
    return settings(
        "basin.engine { task-seconds = 0.05, smallest-task-seconds = 0.05, tasks-per-slice = 1 }");
  }

  /** Returns the usual settings with {@code changes}, in HOCON. */
  public static EngineSettings settings(String changes) {
    return EngineSettings.of(ConfigFactory.parseString(changes).withFallback(ConfigFactory.load()));
  }

  public static RunJob job(SparkSession spark, EngineSettings settings) {
    return new RunJob(spark, settings, DecayTrials::train, spec -> 0.01);
  }

  public static RunSummary run(SparkSession spark, Sweep sweep, String output) {
    return job(spark, settings()).run(sweep, output);
  }
}
