package org.basin.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.basin.stats.Estimate;
import org.basin.stats.location.Fractions;
import org.basin.stats.location.Moments;
import org.basin.stats.location.Quantiles;
import org.basin.stats.survival.KaplanMeier;
import org.basin.train.Verdict;

/**
 * The finished trials of one point, collected to compute the point's statistics in one Spark task.
 */
final class PointSample {

  private final int axes;
  private Row first;
  private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
  private final Map<String, Doubles> finals = new LinkedHashMap<>();
  private final Map<String, Doubles> times = new LinkedHashMap<>();
  private final Map<String, Doubles> censored = new LinkedHashMap<>();

  private PointSample(int axes) {
    this.axes = axes;
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(verdict, 0L);
    }
  }

  static PointSample read(
      Iterator<Row> trials, AxisColumns axes, List<String> scalars, List<String> hittingTimes) {
    PointSample sample = new PointSample(axes.paths().size());
    sample.finals.put(PointTable.STEPS, new Doubles());
    scalars.forEach(scalar -> sample.finals.put(scalar, new Doubles()));
    for (String name : hittingTimes) {
      sample.times.put(name, new Doubles());
      sample.censored.put(name, new Doubles());
    }
    trials.forEachRemaining(sample::add);
    return sample;
  }

  private void add(Row trial) {
    if (first == null || trial.<Long>getAs("index") < first.<Long>getAs("index")) {
      first = trial;
    }
    Verdict verdict = Verdict.of(trial.getAs("verdict"));
    verdicts.merge(verdict, 1L, Long::sum);
    // Chosen by verdict, never by value: the last value of a diverged trial says nothing of
    // convergence, and leaving out a NaN silently would hide that a quantity was undefined.
    if (verdict.isComplete()) {
      finals.get(PointTable.STEPS).add(trial.<Long>getAs("steps"));
      for (Row last : trial.<Row>getList(trial.fieldIndex(MeasuredTrials.FINALS))) {
        finals.get(last.getString(0)).add(last.getDouble(1));
      }
    }
    trial.<Row>getList(trial.fieldIndex(MeasuredTrials.HITS)).forEach(this::addHit);
  }

  private void addHit(Row hit) {
    String name = hit.getAs("name");
    boolean isCensored = hit.getAs("censored");
    times.get(name).add(hit.<Long>getAs(isCensored ? "censor_step" : "step"));
    censored.get(name).add(isCensored ? 1 : 0);
  }

  /** Returns the rows of the point, with intervals at {@code level}. */
  List<Row> rows(double level) {
    if (first == null) {
      return List.of();
    }
    List<Row> rows = new ArrayList<>();
    long count = verdicts.values().stream().mapToLong(Long::longValue).sum();
    verdicts.forEach(
        (verdict, hits) ->
            rows.add(
                row(
                    PointTable.VERDICTS,
                    Statistic.fraction(verdict),
                    Fractions.wilson(hits, count, level))));
    finals.forEach((subject, values) -> addMoments(rows, subject, values.toArray(), level));
    times.forEach((name, values) -> addSurvival(rows, name, values.toArray(), level));
    return rows;
  }

  private void addMoments(List<Row> rows, String subject, double[] values, double level) {
    Quantiles quantiles = Quantiles.of(values);
    // Sorted, because a sum depends on the order and Spark delivers the rows in any order.
    Moments moments = Moments.of(quantiles.sorted());
    int n = values.length;
    rows.add(row(subject, Statistic.MEAN, moments.estimate(level)));
    rows.add(row(subject, Statistic.SD, Estimate.point(moments.sd(), n)));
    rows.add(row(subject, Statistic.MEDIAN, quantiles.median(level)));
    for (double p : Statistic.QUANTILES) {
      rows.add(row(subject, Statistic.quantile(p), Estimate.point(quantiles.at(p), n)));
    }
    rows.add(row(subject, Statistic.MIN, Estimate.point(quantiles.min(), n)));
    rows.add(row(subject, Statistic.MAX, Estimate.point(quantiles.max(), n)));
  }

  private void addSurvival(List<Row> rows, String name, double[] steps, double level) {
    double[] flags = censored.get(name).toArray();
    boolean[] isCensored = new boolean[flags.length];
    for (int i = 0; i < flags.length; i++) {
      isCensored[i] = flags[i] != 0;
    }
    KaplanMeier curve = KaplanMeier.of(steps, isCensored);
    rows.add(row(name, Statistic.HIT_FRACTION, curve.hitFraction(level)));
    rows.add(row(name, Statistic.KM_MEDIAN, curve.median(level)));
  }

  private Row row(String subject, Statistic statistic, Estimate estimate) {
    List<Object> values = new ArrayList<>();
    values.add(first.getAs("point_id"));
    values.add(first.getAs("index"));
    for (int i = 0; i < axes; i++) {
      values.add(first.get(PlannedTable.FIELDS.size() + i));
    }
    values.add(subject);
    values.add(statistic.name());
    values.add(Columns.orNull(estimate.value()));
    values.add(Columns.orNull(estimate.low()));
    values.add(Columns.orNull(estimate.high()));
    values.add(Columns.orNull(estimate.level()));
    values.add(estimate.method().isEmpty() ? null : estimate.method());
    values.add(estimate.count());
    return RowFactory.create(values.toArray());
  }

  /** A growing list of unboxed doubles: a point may have a million replicates. */
  private static final class Doubles {
    private double[] values = new double[16];
    private int size;

    void add(double value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    double[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}
