package org.basin.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.util.AccumulatorV2;

/**
 * What trials took beside what was predicted, by their kind. Tasks add up seconds by block of the
 * index space; as each ends, the driver compares. Later tasks count more than earlier ones, which
 * ran before their JVM was warm. Decides how work is cut, never what comes out, so that a task that
 * counts twice does no harm.
 */
final class CostCorrection
    extends AccumulatorV2<CostCorrection.Trial, Map<Long, CostCorrection.Sum>>
    implements SliceQueue.Times {

  private static final long serialVersionUID = 1L;

  /** What a measurement weighs once the next one is there. */
  private static final double FADING = 0.5;

  /** A prediction is never corrected by more than this factor. */
  private static final double MOST = 1e4;

  private final long width;

  /** Null on executors. */
  private final transient CostMap costs;

  private final Map<Long, Sum> sums = new HashMap<>();
  private final transient Map<String, double[]> byKind;

  /** A trial that has ended. */
  record Trial(long index, double seconds) {}

  /** Of a block's trials. */
  static final class Sum implements java.io.Serializable {
    private static final long serialVersionUID = 1L;
    private long trials;
    private double seconds;
  }

  CostCorrection(CostMap costs) {
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

  /** As a task ends, on the driver. */
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
          double[] known = byKind.computeIfAbsent(kind, k -> new double[2]);
          for (int i = 0; i < pair.length; i++) {
            known[i] = FADING * known[i] + pair[i];
          }
        });
  }

  @Override
  public synchronized boolean isKnown() {
    return !byKind.isEmpty();
  }

  @Override
  public synchronized UnaryOperator<Block> correction() {
    Map<String, Double> factors = new HashMap<>();
    byKind.forEach(
        (kind, pair) -> {
          double factor = pair[1] / pair[0];
          if (factor > 0) { // Neither nothing predicted nor nothing measured.
            factors.put(kind, Math.max(1 / MOST, Math.min(MOST, factor)));
          }
        });
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
