package org.basin.engine.work;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.TaskCompletionListener;
import org.basin.engine.storage.EngineSettings;
import org.basin.plan.HittingTime;
import org.basin.plan.TrialSpec;
import org.basin.train.HeapBudget;
import org.basin.train.Outcome;
import org.basin.train.Trainer;
import org.basin.train.TrainingWatch;

/**
 * Trains within the heap of the current process, which all tasks of the process share.
 *
 * @param settings how much of the heap trials may take
 * @param recording where the trials in flight are recorded; null for nowhere
 * @param option the command's option that gives such a process more memory
 */
public record HeapTraining(EngineSettings settings, String option, Recording recording)
    implements Training {

  /** The arguments of {@link #recording(String, boolean)}. */
  record Recording(String folder, boolean isAlone) implements Serializable {}

  /** The budget of the process, by settings. Tasks of one process share it. */
  private static final Map<String, HeapBudget> BUDGETS = new ConcurrentHashMap<>();

  /**
   * Returns a training with {@code settings}, for the kind of process in which this Spark trains.
   */
  public static HeapTraining of(SparkSession spark, EngineSettings settings) {
    return new HeapTraining(
        settings, spark.sparkContext().isLocal() ? "--driver-memory" : "--executor-memory", null);
  }

  @Override
  public Iterator<Outcome> train(Iterator<TrialSpec> specs, List<HittingTime> watched, int lanes) {
    return train(specs, watched, lanes, TrainingWatch.NONE);
  }

  @Override
  public Iterator<Outcome> train(
      Iterator<TrialSpec> specs, List<HittingTime> watched, int lanes, TrainingWatch watch) {
    return Trainer.train(specs, watched, lanes, budget(), recorded(watch));
  }

  /** Returns a watch that also records what is in flight. */
  private TrainingWatch recorded(TrainingWatch watch) {
    TaskContext task = TaskContext.get();
    if (recording == null || task == null) {
      return watch;
    }
    InFlightRecord.Slot slot = new InFlightRecord.Slot(recording.folder, recording.isAlone);
    task.addTaskCompletionListener((TaskCompletionListener) ended -> slot.close());
    return new TrainingWatch() {
      @Override
      public void begins(List<TrialSpec> batch) {
        watch.begins(batch);
        slot.begins(batch);
      }

      @Override
      public void steps(long count) {
        watch.steps(count);
      }
    };
  }

  @Override
  public Training recording(String folder, boolean isAlone) {
    return new HeapTraining(settings, option, new Recording(folder, isAlone));
  }

  private HeapBudget budget() {
    return BUDGETS.computeIfAbsent(settings + option, key -> measure());
  }

  private HeapBudget measure() {
    double heap = (double) Runtime.getRuntime().maxMemory();
    return new HeapBudget(settings.heapForTrials(heap), heap, option);
  }
}
