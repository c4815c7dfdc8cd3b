package org.basin.engine.work;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private final Map<Long, Sum> sums = new HashMap<>();
  private final transient Map<String, double[]> byKind;

  /** Predicted seconds of what is not trained yet, by kind, and measured ones of what is. */
  private final transient Map<String, Double> planned = new HashMap<>();

  private transient double measured;

  /** A trial that has ended, and the seconds it took. */
  record Trial(long index, double seconds) {}

  /** The sum over the trials of a block. */
  static final class Sum implements java.io.Serializable {
    private static final long serialVersionUID = 1L;
    private long trials;
    private double seconds;
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
            });
    now.forEach(
        (kind, pair) -> {
          planned.merge(kind, -pair[0], Double::sum);
          measured += pair[1];
          double[] known = byKind.computeIfAbsent(kind, k -> new double[2]);
          for (int i = 0; i < pair.length; i++) {
            known[i] = FADING * known[i] + pair[i];
          }
        });
  }

  /** Starts to count what is left of {@code work}. */
  public void begin(Work work) {
    begin(work.blocks());
  }

  synchronized void begin(List<Block> work) {
    measured = 0;
    planned.clear();
    for (Block block : work) {
      long number = block.range().from() / width;
      planned.merge(costs.kind(number), block.trials() * costs.predicted(number), Double::sum);
    }
  }

  /** What is left to train, as a multiple of what was trained; NaN before anything was. */
  public synchronized double left() {
    Map<String, Double> factors = factors();
    double seconds = 0;
    for (Map.Entry<String, Double> kind : planned.entrySet()) {
      seconds += Math.max(0, kind.getValue()) * factors.getOrDefault(kind.getKey(), 1.0);
    }
    return measured > 0 ? seconds / measured : Double.NaN;
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
