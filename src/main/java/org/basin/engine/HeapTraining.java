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
 * @param settings say how much of the heap trials may take
 * @param option what gives such a process more memory
 */
record HeapTraining(EngineSettings settings, String option) implements Training {

  /** One a process. */
  private static final Map<HeapTraining, HeapRoom> ROOMS = new ConcurrentHashMap<>();

  /** By the settings, and where this Spark trains. */
  static HeapTraining of(SparkSession spark, EngineSettings settings) {
    return new HeapTraining(
        settings, spark.sparkContext().isLocal() ? "--driver-memory" : "--executor-memory");
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
    return new HeapRoom(settings.heapForTrials(heap), heap, option);
  }
}
