package org.basin.tables;

import org.basin.stats.Estimate;
import org.basin.stats.location.Location;
import org.basin.stats.location.Moments;
import org.basin.stats.location.PositiveMean;
import org.basin.stats.location.Quantiles;
import org.basin.stats.resampling.Bca;
import org.basin.stats.resampling.ResampleStream;

/** Writes where a sample of a point lies and how far it spreads. */
final class LocationRows {

  private final PointRows rows;
  private final double level;
  private final int resamples;

  /**
   * @param level the confidence level of every interval, between 0 and 1
   * @param resamples the number of bootstrap resamples, ≥ 1
   */
  LocationRows(PointRows rows, double level, int resamples) {
    this.rows = rows;
    this.level = level;
    this.resamples = resamples;
  }

  /**
   * Writes the rows of a subject.
   *
   * @param sample one value a trial, in any order
   */
  void write(String subject, double[] sample) {
    Quantiles quantiles = Quantiles.of(sample);
    // Sorted, because a sum depends on the order and Spark delivers the rows in any order.
    double[] sorted = quantiles.sorted();
    int n = sorted.length;
    rows.add(subject, Statistic.MEAN, PositiveMean.arithmetic(sorted, level));
    rows.add(subject, Statistic.SD, Estimate.point(Moments.of(sorted).sd(), n));
    rows.add(subject, Statistic.GEOMETRIC_MEAN, PositiveMean.geometric(sorted, level));
    rows.add(subject, Statistic.IQM, interquartileMean(subject, sorted));
    rows.add(subject, Statistic.MEDIAN, quantiles.median(level));
    for (double p : Statistic.QUANTILES) {
      rows.add(subject, Statistic.quantile(p), Estimate.point(quantiles.at(p), n));
    }
    rows.add(subject, Statistic.MIN, Estimate.point(quantiles.min(), n));
    rows.add(subject, Statistic.MAX, Estimate.point(quantiles.max(), n));
  }

  private Estimate interquartileMean(String subject, double[] sorted) {
    return Bca.of(
        sorted,
        Location.INTERQUARTILE_MEAN,
        resamples,
        ResampleStream.of(rows.pointId(), subject, Statistic.IQM.name()),
        level);
  }
}
