package org.basin.tables;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Row;
import org.basin.stats.Estimate;
import org.basin.stats.survival.CumulativeIncidence;
import org.basin.stats.survival.EventTimes;
import org.basin.stats.survival.KaplanMeier;
import org.basin.stats.survival.LifeTable;
import org.basin.stats.survival.RestrictedMean;
import org.basin.stats.survival.Status;
import org.basin.stats.survival.Turnbull;

/** When the trials of a point hit: one subject for each sample of {@link HittingSample}. */
final class HittingRows implements PointSubject {

  /** The quantiles of hitting times. */
  private static final List<Double> QUANTILES = List.of(0.1, 0.25, 0.5, 0.75, 0.9);

  private final HittingSample sample;

  /**
   * Makes the subjects.
   *
   * @param names the names of the hitting times, in the order declared
   */
  HittingRows(List<String> names) {
    this.sample = new HittingSample(names);
  }

  @Override
  public void add(Row trial) {
    sample.add(trial);
  }

  @Override
  public void write(PointRows rows, double level) {
    sample.samples().forEach((name, times) -> write(rows, name, times, level));
  }

  private static void write(PointRows rows, String name, EventTimes times, double level) {
    KaplanMeier curve = KaplanMeier.of(LifeTable.of(times));
    rows.add(name, Statistic.HIT_FRACTION, curve.hitFraction(level));
    UnaryOperator<Estimate> censoring =
        estimate -> estimate.withMethod(SurvivalMethod.censoring(estimate.method(), times));
    for (double p : QUANTILES) {
      rows.add(name, Statistic.km(p), censoring.apply(curve.quantile(p, level)));
    }
    RestrictedMean mean = curve.restrictedMean();
    rows.add(name, Statistic.RESTRICTED_MEAN, censoring.apply(mean.estimate(level)));
    rows.add(name, Statistic.HORIZON, Estimate.point(mean.horizon(), mean.count()));

    CumulativeIncidence incidence = CumulativeIncidence.of(curve.table(), Status.HIT);
    UnaryOperator<Estimate> competing =
        estimate -> estimate.withMethod(SurvivalMethod.of(estimate.method(), times));
    rows.add(name, Statistic.INCIDENCE, competing.apply(incidence.end(level)));
    for (double p : QUANTILES) {
      rows.add(name, Statistic.incidence(p), competing.apply(incidence.quantile(p, level)));
    }
    if (times.isBracketed()) {
      Turnbull turnbull = Turnbull.of(times);
      for (double p : QUANTILES) {
        Estimate quantile = turnbull.quantile(p, level);
        String method = SurvivalMethod.bracketed(quantile.method(), times);
        rows.add(name, Statistic.turnbull(p), quantile.withMethod(method));
      }
    }
  }
}
