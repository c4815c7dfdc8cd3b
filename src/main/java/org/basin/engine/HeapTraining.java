package org.basin.engine;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.SparkSession;
import org.basin.plan.TrialSpec;
import org.basin.train.HeapRoom;
import org.basin.train.HittingTime;
import org.basin.train.Outcome;
import org.basin.train.Trainer;

/**
 * Trains within the heap of the process that it finds itself in, which all tasks of the process
 * share.
 *
 * @param share of the heap that trials may take, if that leaves {@code reserve} of it
 * @param reserve bytes that are left to Spark, at least
 * @param option what gives such a process more memory
 */
record HeapTraining(double share, long reserve, String option) implements Training {

  /** Where the reserve is most of the heap, trials have this part of it all the same. */
  private static final double LEAST_SHARE = 0.25;

  /** One a process. */
  private static final Map<HeapTraining, HeapRoom> ROOMS = new ConcurrentHashMap<>();

  /** By the settings, and where this Spark trains. */
  static HeapTraining of(SparkSession spark, EngineSettings settings) {
    return new HeapTraining(
        settings.heapShare(),
        settings.heapReserve(),
        spark.sparkContext().isLocal() ? "--driver-memory" : "--executor-memory");
  }

  @Override
  public Iterator<Outcome> train(Iterator<TrialSpec> specs, List<HittingTime> watched, int lanes) {
    return Trainer.train(specs, watched, lanes, room(), batch -> {});
  }

  private HeapRoom room() {
    return ROOMS.computeIfAbsent(this, HeapTraining::measure);
  }

  private HeapRoom measure() {
    double heap = (double) Runtime.getRuntime().maxMemory();
    return new HeapRoom(size(heap), heap, option);
  }

  /** Bytes for trials of a heap of so many. */
  double size(double heap) {
    return Math.max(LEAST_SHARE * heap, Math.min(share * heap, heap - reserve));
  }
}
