package org.basin.engine.storage;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.io.Serializable;
import org.basin.train.CostRates;

/**
 * How the work is cut into tasks and committed. These settings change no trial's numbers. The keys
 * and their defaults stand at {@code basin.engine} in {@code reference.conf}.
 *
 * @param taskSeconds the predicted time of a Spark task in seconds; &gt; 0
 * @param smallestTaskSeconds the predicted time of the last tasks of a run in seconds; &gt; 0
 * @param tasksPerCore the max number of tasks for each core; with more work, tasks grow longer; ≥ 1
 * @param tasksPerSlice the number of tasks in a slice, for each core; ≥ 1
 * @param sliceSeconds the predicted time of a slice in seconds, unless one task for each core takes
 *     longer; &gt; 0
 * @param slicesInFlight the max number of slices that train at the same time; ≥ 1
 * @param commitSeconds the approximate max time of training that a kill loses, in seconds, unless a
 *     single trial takes longer; &gt; 0
 * @param costSamples the number of trials whose cost is predicted to cut the work; ≥ 1
 * @param planSamples the number of trials whose cost is predicted to tell what a plan costs; ≥ 1
 * @param planLooks the number of indices that are looked at to find them; ≥ {@code planSamples}
 * @param heartbeatSeconds the time between two signs of life of a run in seconds; &gt; 0
 * @param staleSeconds the time without a sign of life after which a run on another machine counts
 *     as dead, in seconds; more than {@code heartbeatSeconds}
 * @param reachSeconds the time within which a cluster or a file system must answer before the
 *     training, in seconds; &gt; 0
 * @param executorSeconds how long a command waits for the first executor of a cluster, in seconds;
 *     &gt; 0
 * @param fileBytes the approximate size of a published file in bytes; &gt; 0
 * @param confidenceLevel the confidence level of the intervals in all tables; between 0 and 1, both
 *     excluded
 * @param summaryPoints the max number of points that a run's summary lists; ≥ 0
 * @param summaryBendP the p value of the test of curvature below which a run's summary says that a
 *     scaling law bends; from 0 to 1
 * @param comparedSettings the max number of differing settings that a comparison lists; ≥ 0
 * @param apartSeconds the max predicted time to train trials one by one that were in flight when a
 *     process died once, in seconds; &gt; 0
 * @param heapShare the share of a process's heap that its trials together may take; &gt; 0 and at
 *     most 1
 * @param heapReserve the min number of bytes of the heap that the trials leave to Spark; &ge; 0
 * @param heapMinShare the share of the heap that the trials may take even if the reserve is most of
 *     it; from 0 to 1
 * @param tableLinks whether tables stand at their plain paths as links, where the file system has
 *     links
 * @param tablesWaitSeconds how long a reader waits for tables that are being published, in seconds;
 *     ≥ 0
 * @param indexSeconds the time to decode an index in seconds; &gt; 0; from {@code basin.cost}
 * @param costRates the rates from which costs are predicted; from {@code basin.cost}
 */
public record EngineSettings(
    double taskSeconds,
    double smallestTaskSeconds,
    int tasksPerCore,
    int tasksPerSlice,
    double sliceSeconds,
    int slicesInFlight,
    double commitSeconds,
    int costSamples,
    int planSamples,
    int planLooks,
    double heartbeatSeconds,
    double staleSeconds,
    double reachSeconds,
    double executorSeconds,
    long fileBytes,
    double confidenceLevel,
    int summaryPoints,
    double summaryBendP,
    int comparedSettings,
    double apartSeconds,
    double heapShare,
    long heapReserve,
    double heapMinShare,
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
    positive("engine.commit-seconds", commitSeconds);
    positive("engine.cost-samples", costSamples);
    positive("engine.plan-samples", planSamples);
    if (planLooks < planSamples) {
      throw illegal("engine.plan-looks", planLooks, "at least plan-samples");
    }
    positive("engine.heartbeat-seconds", heartbeatSeconds);
    positive("engine.stale-seconds", staleSeconds);
    positive("engine.reach-seconds", reachSeconds);
    positive("engine.executor-seconds", executorSeconds);
    if (staleSeconds <= heartbeatSeconds) {
      throw illegal("engine.stale-seconds", staleSeconds, "more than heartbeat-seconds");
    }
    positive("engine.file-bytes", (double) fileBytes);
    positive("engine.apart-seconds", apartSeconds);
    positive("cost.seconds-per-index", indexSeconds);
    if (!(confidenceLevel > 0 && confidenceLevel < 1)) {
      throw illegal("engine.confidence-level", confidenceLevel, "between 0 and 1 (excluded)");
    }
    if (!(heapShare > 0 && heapShare <= 1)) {
      throw illegal("engine.heap-share", heapShare, "> 0 and at most 1");
    }
    if (!(heapMinShare >= 0 && heapMinShare <= 1)) {
      throw illegal("engine.heap-min-share", heapMinShare, "at least 0 and at most 1");
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
    if (comparedSettings < 0) {
      throw illegal("engine.compared-settings", comparedSettings, "at least 0");
    }
    if (!(summaryBendP >= 0 && summaryBendP <= 1)) {
      throw illegal("engine.summary-bend-p", summaryBendP, "from 0 to 1");
    }
  }

  /**
   * Returns the number of bytes that trials may take of a heap of {@code heap} bytes. If the
   * reserve is most of the heap, the trials still get the min share.
   */
  public double heapForTrials(double heap) {
    return Math.max(heapMinShare * heap, Math.min(heapShare * heap, heap - heapReserve));
  }

  /**
   * Reads the settings.
   *
   * @param config the whole configuration, {@code reference.conf} included
   * @throws IllegalArgumentException if a value is out of range
   * @throws com.typesafe.config.ConfigException if a value is missing or has the wrong type
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
        engine.getDouble("commit-seconds"),
        engine.getInt("cost-samples"),
        engine.getInt("plan-samples"),
        engine.getInt("plan-looks"),
        engine.getDouble("heartbeat-seconds"),
        engine.getDouble("stale-seconds"),
        engine.getDouble("reach-seconds"),
        engine.getDouble("executor-seconds"),
        engine.getBytes("file-bytes"),
        engine.getDouble("confidence-level"),
        engine.getInt("summary-points"),
        engine.getDouble("summary-bend-p"),
        engine.getInt("compared-settings"),
        engine.getDouble("apart-seconds"),
        engine.getDouble("heap-share"),
        engine.getBytes("heap-reserve"),
        engine.getDouble("heap-min-share"),
        engine.getBoolean("table-links"),
        engine.getDouble("tables-wait-seconds"),
        config.getDouble("basin.cost.seconds-per-index"),
        rates(config.getConfig("basin.cost")));
  }

  /**
   * Reads the settings from {@code reference.conf} and from system properties such as {@code
   * basin.engine.task-seconds}.
   *
   * @throws EngineException if a system property is wrong
   */
  public static EngineSettings load() {
    try {
      return of(ConfigFactory.load(EngineSettings.class.getClassLoader()));
    } catch (IllegalArgumentException | ConfigException e) {
      throw new EngineException(Causes.line(e), e);
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
