package org.basin.engine;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.io.Serializable;
import org.basin.train.CostRates;

/**
 * How the work is cut and kept. Changes no trial's numbers. The keys and their defaults stand at
 * {@code basin.engine} in {@code reference.conf}.
 *
 * @param taskSeconds predicted seconds of a Spark task; &gt; 0
 * @param smallestTaskSeconds predicted seconds of the last tasks of a run; &gt; 0
 * @param tasksPerCore how many tasks a core gets at most; beyond, tasks grow longer; ≥ 1
 * @param tasksPerSlice tasks of a slice, for each core; ≥ 1
 * @param sliceSeconds predicted seconds of a slice, unless a task for each core is longer; &gt; 0
 * @param slicesInFlight slices that train at the same time, at most; ≥ 1
 * @param costSamples trials whose cost is predicted to cut the work; ≥ 1
 * @param heartbeatSeconds how often a run shows that it is alive; &gt; 0
 * @param staleSeconds without a heartbeat for this long, a run on another machine counts as dead
 * @param reachSeconds within which a cluster or a file system must answer before the training; &gt;
 *     0
 * @param fileBytes size of a published file, about; &gt; 0
 * @param confidenceLevel of the intervals in {@code points}; between 0 and 1
 * @param summaryPoints how many points a run's summary lists at most; ≥ 0
 * @param columns of the terminal on which progress is shown; &ge; 1
 * @param apartSeconds that trials in flight at one death may be predicted to take one by one; &gt;
 *     0
 * @param heapShare of a process's heap that its trials may take together; between 0 and 1
 * @param heapReserve bytes of it that they leave to Spark at least; &ge; 0
 * @param tableLinks whether tables stand at their plain paths as links, where there are such
 * @param tablesWaitSeconds how long a reader waits for tables that are being published; ≥ 0
 * @param indexSeconds what decoding an index takes; &gt; 0; from {@code basin.cost}
 * @param costRates what predictions are made from; from {@code basin.cost}
 */
public record EngineSettings(
    double taskSeconds,
    double smallestTaskSeconds,
    int tasksPerCore,
    int tasksPerSlice,
    double sliceSeconds,
    int slicesInFlight,
    int costSamples,
    double heartbeatSeconds,
    double staleSeconds,
    double reachSeconds,
    long fileBytes,
    double confidenceLevel,
    int summaryPoints,
    int columns,
    double apartSeconds,
    double heapShare,
    long heapReserve,
    boolean tableLinks,
    double tablesWaitSeconds,
    double indexSeconds,
    CostRates costRates)
    implements Serializable {

  public EngineSettings {
    positive("engine.task-seconds", taskSeconds);
    positive("engine.smallest-task-seconds", smallestTaskSeconds);
    positive("engine.tasks-per-core", tasksPerCore);
    positive("engine.tasks-per-slice", tasksPerSlice);
    positive("engine.slice-seconds", sliceSeconds);
    positive("engine.slices-in-flight", slicesInFlight);
    positive("engine.cost-samples", costSamples);
    positive("engine.heartbeat-seconds", heartbeatSeconds);
    positive("engine.stale-seconds", staleSeconds);
    positive("engine.reach-seconds", reachSeconds);
    if (staleSeconds <= heartbeatSeconds) {
      throw illegal("engine.stale-seconds", staleSeconds, "more than heartbeat-seconds");
    }
    positive("engine.file-bytes", (double) fileBytes);
    positive("engine.columns", columns);
    positive("engine.apart-seconds", apartSeconds);
    positive("cost.seconds-per-index", indexSeconds);
    if (!(confidenceLevel > 0 && confidenceLevel < 1)) {
      throw illegal("engine.confidence-level", confidenceLevel, "between 0 and 1 (excluded)");
    }
    if (!(heapShare > 0 && heapShare <= 1)) {
      throw illegal("engine.heap-share", heapShare, "> 0 and at most 1");
    }
    if (heapReserve < 0) {
      throw illegal("engine.heap-reserve", (double) heapReserve, "at least 0");
    }
    if (!(tablesWaitSeconds >= 0)) {
      throw illegal("engine.tables-wait-seconds", tablesWaitSeconds, "at least 0");
    }
    if (summaryPoints < 0) {
      throw illegal("engine.summary-points", summaryPoints, "at least 0");
    }
  }

  /**
   * Bytes that trials may take of a heap of {@code heap} bytes. Where the reserve is most of it,
   * they have a quarter all the same.
   */
  public double heapForTrials(double heap) {
    return Math.max(heap / 4, Math.min(heapShare * heap, heap - heapReserve));
  }

  /**
   * Reads the settings.
   *
   * @param config the whole configuration, {@code reference.conf} included
   * @throws IllegalArgumentException if a value is out of range
   * @throws com.typesafe.config.ConfigException if one is missing or of another type
   */
  public static EngineSettings of(Config config) {
    Config engine = config.getConfig("basin.engine");
    return new EngineSettings(
        engine.getDouble("task-seconds"),
        engine.getDouble("smallest-task-seconds"),
        engine.getInt("tasks-per-core"),
        engine.getInt("tasks-per-slice"),
        engine.getDouble("slice-seconds"),
        engine.getInt("slices-in-flight"),
        engine.getInt("cost-samples"),
        engine.getDouble("heartbeat-seconds"),
        engine.getDouble("stale-seconds"),
        engine.getDouble("reach-seconds"),
        engine.getBytes("file-bytes"),
        engine.getDouble("confidence-level"),
        engine.getInt("summary-points"),
        engine.getInt("columns"),
        engine.getDouble("apart-seconds"),
        engine.getDouble("heap-share"),
        engine.getBytes("heap-reserve"),
        engine.getBoolean("table-links"),
        engine.getDouble("tables-wait-seconds"),
        config.getDouble("basin.cost.seconds-per-index"),
        rates(config.getConfig("basin.cost")));
  }

  /**
   * From {@code reference.conf}, and system properties such as {@code basin.engine.task-seconds}.
   *
   * @throws EngineException if one of these is wrong
   */
  public static EngineSettings load() {
    try {
      return of(ConfigFactory.load(EngineSettings.class.getClassLoader()));
    } catch (IllegalArgumentException | ConfigException e) {
      throw new EngineException(String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
    }
  }

  private static CostRates rates(Config cost) {
    return new CostRates(
        cost.getDouble("flops-per-second"),
        cost.getDouble("lane-flops-per-second"),
        cost.getDouble("seconds-per-element"),
        cost.getDouble("seconds-per-step"),
        cost.getDouble("seconds-per-trial"));
  }

  private static void positive(String key, double value) {
    if (!(value > 0)) {
      throw illegal(key, value, "> 0");
    }
  }

  private static IllegalArgumentException illegal(String key, double value, String must) {
    return new IllegalArgumentException("basin." + key + " is " + value + ", must be " + must);
  }
}
