package org.basin.cli;

import org.apache.spark.SparkConf;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.MachineException;
import org.basin.train.Footprint;

/**
 * The heap of the processes that a run trains in, as the command asks for it.
 *
 * @param budget the number of bytes that trials may take of it
 * @param option the option that gives more
 */
record TrialHeap(double budget, String option) {

  /** Spark's own default. */
  private static final String USUAL = "1g";

  /** Returns the heap of this process in local mode, and of an executor on a cluster. */
  static TrialHeap ofRun() {
    SparkConf conf = new SparkConf();
    boolean isLocal = conf.get("spark.master", "local").startsWith("local");
    double heap =
        isLocal
            ? (double) Runtime.getRuntime().maxMemory()
            : (double) conf.getSizeAsBytes("spark.executor.memory", USUAL);
    return new TrialHeap(
        EngineSettings.load().heapForTrials(heap),
        isLocal ? "--driver-memory" : "--executor-memory");
  }

  /**
   * Checks that any trial can be trained at all. Otherwise each of them would end as failed.
   *
   * @param smallest the predicted number of bytes that the smallest trial needs
   * @throws MachineException if not even that trial fits
   */
  void require(double smallest) {
    if (smallest > budget && smallest < Double.POSITIVE_INFINITY) {
      throw new MachineException(
          "no trial fits into memory: the smallest needs about "
              + Footprint.text(smallest)
              + ", but trials have "
              + Footprint.text(budget)
              + " of the heap; give more by "
              + option);
    }
  }
}
