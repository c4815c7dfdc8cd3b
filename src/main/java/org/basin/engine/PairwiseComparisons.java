package org.basin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.plan.HittingTime;
import org.basin.plan.Sweep;
import org.basin.plan.analysis.Comparison;
import org.basin.plan.analysis.Measure;
import org.basin.tables.AxisColumns;
import org.basin.tables.ComparisonTable;
import org.basin.tables.PointPairs;

/** Makes the table {@code comparisons} that a sweep asks for, bounded in the number of pairs. */
final class PairwiseComparisons {

  private final Sweep sweep;
  private final AxisColumns axes;
  private final List<String> measures = new ArrayList<>();
  private final long trials;

  /**
   * Begins the comparisons of a sweep.
   *
   * @param overview counts its finished trials
   */
  PairwiseComparisons(Sweep sweep, AxisColumns axes, OutcomeOverview overview) {
    this.sweep = sweep;
    this.axes = axes;
    this.trials = overview.finished();
    sweep.hittingTimes().stream().map(HittingTime::name).forEach(measures::add);
    measures.addAll(overview.scalars());
    sweep.analyses().rates().forEach(rate -> measures.add(Measure.ofRate(rate.name())));
  }

  /**
   * Makes the table.
   *
   * @param measured see {@link org.basin.tables.MeasuredTrials}
   * @param say receives a line for each comparison of which only the first pairs are made
   */
  Dataset<Row> table(
      SparkSession spark, Dataset<Row> measured, double level, Consumer<String> say) {
    PointPairs points = new PointPairs(measured, axes);
    List<Dataset<Row>> each = new ArrayList<>();
    List<Comparison> declared = sweep.analyses().comparisons();
    for (int i = 0; i < declared.size(); i++) {
      Comparison comparison = declared.get(i);
      List<Line> along = along(comparison);
      List<String> of = comparison.of().isEmpty() ? measures : comparison.of();
      // Where every trial failed, there is nothing to measure.
      if (!along.isEmpty() && !of.isEmpty()) {
        Dataset<Row> pairs =
            along.stream()
                .map(axis -> points.along(axis.paths(), comparison.pairs(), of))
                .reduce(Dataset::union)
                .orElseThrow();
        long possible = along.stream().mapToLong(axis -> possible(axis, comparison)).sum();
        each.add(bounded(pairs, possible, comparison, i, say));
      }
    }
    if (each.isEmpty()) {
      return spark.createDataFrame(List.of(), ComparisonTable.schema(axes));
    }
    Dataset<Row> all = each.size() == 1 ? each.get(0) : PointPairs.union(each);
    return ComparisonTable.of(measured, all, axes, sweep.analyses().resamples(), level);
  }

  /**
   * An axis along which points are compared.
   *
   * @param paths the paths that it sets
   * @param size no less than the number of its values
   */
  private record Line(List<String> paths, long size) {}

  private List<Line> lines() {
    // An imported axis has a column of its own, and its values are not counted.
    return sweep
        .grid()
        .map(grid -> grid.axes().stream().map(axis -> new Line(axis.paths(), axis.size())).toList())
        .orElseGet(
            () -> axes.paths().stream().map(path -> new Line(List.of(path), trials)).toList());
  }

  /** The axes along which points are compared. Of axes that set the same paths, the last counts. */
  private List<Line> along(Comparison comparison) {
    List<Line> along = new ArrayList<>();
    for (Line axis : lines()) {
      boolean isNamed =
          comparison.along().isEmpty()
              || axis.paths().stream().anyMatch(comparison.along()::contains);
      along.removeIf(other -> other.paths().equals(axis.paths()));
      if (isNamed && axis.size() > 1) {
        along.add(axis);
      }
    }
    return along;
  }

  /** No fewer than there are pairs along an axis. */
  private long possible(Line axis, Comparison comparison) {
    long others = axis.size() - 1;
    long each = comparison.pairs() == Comparison.Pairs.ALL ? others : 1;
    return trials * each;
  }

  private static Dataset<Row> bounded(
      Dataset<Row> pairs, long possible, Comparison comparison, int place, Consumer<String> say) {
    long max = comparison.maxPairs();
    if (possible <= max) {
      return pairs;
    }
    long count = pairs.count();
    if (count <= max) {
      return pairs;
    }
    say.accept(
        "table comparisons has the first "
            + max
            + " of "
            + count
            + " pairs of points; comparisons["
            + place
            + "].max-pairs bounds their number");
    return pairs.orderBy("b.index", "along", "a.index").limit((int) max);
  }
}
