package org.basin.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.basin.stats.survival.KaplanMeier;

/** When the trials of a point hit: one subject for each hitting time. */
final class HittingRows implements PointSubject {

  private final Map<String, Doubles> times = new LinkedHashMap<>();
  private final Map<String, Doubles> censored = new LinkedHashMap<>();

  /**
   * Makes the subjects.
   *
   * @param names the names of the hitting times, in the order declared
   */
  HittingRows(List<String> names) {
    for (String name : names) {
      times.put(name, new Doubles());
      censored.put(name, new Doubles());
    }
  }

  @Override
  public void add(Row trial) {
    for (Row hit : trial.<Row>getList(trial.fieldIndex(MeasuredTrials.HITS))) {
      String name = hit.getAs("name");
      boolean isCensored = hit.getAs("censored");
      times.get(name).add(hit.<Long>getAs(isCensored ? "censor_step" : "step"));
      censored.get(name).add(isCensored ? 1 : 0);
    }
  }

  @Override
  public void write(PointRows rows, double level) {
    times.forEach((name, steps) -> write(rows, name, steps.toArray(), level));
  }

  private void write(PointRows rows, String name, double[] steps, double level) {
    double[] flags = censored.get(name).toArray();
    boolean[] isCensored = new boolean[flags.length];
    for (int i = 0; i < flags.length; i++) {
      isCensored[i] = flags[i] != 0;
    }
    KaplanMeier curve = KaplanMeier.of(steps, isCensored);
    rows.add(name, Statistic.HIT_FRACTION, curve.hitFraction(level));
    rows.add(name, Statistic.KM_MEDIAN, curve.median(level));
  }
}
