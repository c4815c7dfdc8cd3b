package org.basin.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.basin.stats.Estimate;
import org.basin.stats.location.Moments;
import org.basin.stats.location.Quantiles;
import org.basin.train.Verdict;

/**
 * How many steps the trials of a point took, and the last value of each scalar observable. Only
 * trials that came to an end of their own count.
 */
final class FinalRows implements PointSubject {

  private final Map<String, Doubles> finals = new LinkedHashMap<>();

  /**
   * Makes the subject.
   *
   * @param scalars the scalar observables, sorted
   */
  FinalRows(List<String> scalars) {
    finals.put(PointTable.STEPS, new Doubles());
    scalars.forEach(scalar -> finals.put(scalar, new Doubles()));
  }

  @Override
  public void add(Row trial) {
    // Chosen by verdict, never by value: the last value of a diverged trial says nothing of
    // convergence, and leaving out a NaN silently would hide that a quantity was undefined.
    if (Verdict.of(trial.getAs("verdict")).isComplete()) {
      finals.get(PointTable.STEPS).add(trial.<Long>getAs("steps"));
      for (Row last : trial.<Row>getList(trial.fieldIndex(MeasuredTrials.FINALS))) {
        finals.get(last.getString(0)).add(last.getDouble(1));
      }
    }
  }

  @Override
  public void write(PointRows rows, double level) {
    finals.forEach((subject, values) -> write(rows, subject, values.toArray(), level));
  }

  /** Writes the statistics of a sample of numbers. */
  static void write(PointRows rows, String subject, double[] values, double level) {
    Quantiles quantiles = Quantiles.of(values);
    // Sorted, because a sum depends on the order and Spark delivers the rows in any order.
    Moments moments = Moments.of(quantiles.sorted());
    int n = values.length;
    rows.add(subject, Statistic.MEAN, moments.estimate(level));
    rows.add(subject, Statistic.SD, Estimate.point(moments.sd(), n));
    rows.add(subject, Statistic.MEDIAN, quantiles.median(level));
    for (double p : Statistic.QUANTILES) {
      rows.add(subject, Statistic.quantile(p), Estimate.point(quantiles.at(p), n));
    }
    rows.add(subject, Statistic.MIN, Estimate.point(quantiles.min(), n));
    rows.add(subject, Statistic.MAX, Estimate.point(quantiles.max(), n));
  }
}
