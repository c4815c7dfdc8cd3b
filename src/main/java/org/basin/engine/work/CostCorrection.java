package org.basin.engine.work;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.spark.util.AccumulatorV2;

/**
 * Compares the time that trials took with the predicted time, for each kind of trial. Tasks add up
 * the seconds by block of the index space, and the driver compares them when a task ends. Later
 * tasks count more than earlier ones, which ran before their JVM was warm. The result decides only
 * how work is cut, never what a trial computes, so a task that is counted twice does no harm.
 */
public final class CostCorrection
    extends AccumulatorV2<CostCorrection.Trial, Map<Long, CostCorrection.Sum>>
    implements SliceQueue.Times {

  private static final long serialVersionUID = 1L;

  /** The factor by which the weight of earlier measurements shrinks with each new one. */
  private static final double FADING = 0.5;

  /** The max factor by which a prediction is corrected, up or down. */
  private static final double MOST = 1e4;

  private final long width;

  /** The predictions; null on executors. */
  private final transient CostMap costs;

  /** The sums of this task. Spark reads them while the task adds to them. */
  private final Map<Long, Sum> sums = new ConcurrentHashMap<>();

  private final transient Map<String, double[]> byKind;

  /** The sums of all tasks that have ended, by block; on the driver. */
  private final transient Map<Long, Sum> ended = new HashMap<>();

  /** A trial that has ended, and the seconds it took. */
  record Trial(long index, double seconds) {}

  /** The sum over the trials of a block. */
  static final class Sum implements java.io.Serializable {
    private static final long serialVersionUID = 1L;
    private long begun;
    private long trials;
    private double seconds;

    /** The number of trials that have begun. */
    long begun() {
      return begun;
    }

    long trials() {
      return trials;
    }

    double seconds() {
      return seconds;
    }

    private void add(Sum other) {
      trials += other.trials;
      seconds += other.seconds;
    }
  }

  public CostCorrection(CostMap costs) {
    this(costs, costs.width());
  }

  private CostCorrection(CostMap costs, long width) {
    this.costs = costs;
    this.width = width;
    this.byKind = costs == null ? null : new HashMap<>();
  }

  @Override
  public void add(Trial trial) {
    add(trial.index(), trial.seconds());
  }

  /** Counts a trial that begins. */
  void begins(long index) {
    sums.computeIfAbsent(index / width, block -> new Sum()).begun++;
  }

  void add(long index, double seconds) {
    Sum sum = sums.computeIfAbsent(index / width, block -> new Sum());
    sum.trials++;
    sum.seconds += seconds;
  }

  /** Merges a task's sums when it ends, on the driver. */
  @Override
  public synchronized void merge(AccumulatorV2<Trial, Map<Long, Sum>> task) {
    Map<String, double[]> now = new HashMap<>();
    task.value()
        .forEach(
            (block, sum) -> {
              double[] pair = now.computeIfAbsent(costs.kind(block), kind -> new double[2]);
              pair[0] += sum.trials * costs.predicted(block);
              pair[1] += sum.seconds;
              ended.computeIfAbsent(block, b -> new Sum()).add(sum);
            });
    now.forEach(
        (kind, pair) -> {
          double[] known = byKind.computeIfAbsent(kind, k -> new double[2]);
          for (int i = 0; i < pair.length; i++) {
            known[i] = FADING * known[i] + pair[i];
          }
        });
  }

  /**
   * Adds what the tasks that have ended measured, by block.
   *
   * @param trials receives the numbers of trials
   * @param seconds receives the sums of their times
   */
  synchronized void addTo(long[] trials, double[] seconds) {
    ended.forEach(
        (block, sum) -> {
          trials[block.intValue()] += sum.trials;
          seconds[block.intValue()] += sum.seconds;
        });
  }

  @Override
  public synchronized boolean isKnown() {
    return !byKind.isEmpty();
  }

  private Map<String, Double> factors() {
    Map<String, Double> factors = new HashMap<>();
    byKind.forEach(
        (kind, pair) -> {
          double factor = pair[1] / pair[0];
          if (factor > 0) { // Zero if nothing was predicted or measured.
            factors.put(kind, Math.max(1 / MOST, Math.min(MOST, factor)));
          }
        });
    return factors;
  }

  @Override
  public synchronized UnaryOperator<Block> correction() {
    Map<String, Double> factors = factors();
    return block ->
        block.times(
            factors.getOrDefault(costs.kind(block.range().from() / width), 1.0),
            costs.indexSeconds());
  }

  @Override
  public boolean isZero() {
    return sums.isEmpty();
  }

  @Override
  public CostCorrection copy() {
    CostCorrection copy = new CostCorrection(null, width);
    copy.sums.putAll(sums);
    return copy;
  }

  @Override
  public void reset() {
    sums.clear();
  }

  @Override
  public Map<Long, Sum> value() {
    return sums;
  }
}
