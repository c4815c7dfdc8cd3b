package org.basin.tables;

import java.util.EnumMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.basin.train.Verdict;

/**
 * How many steps the trials of a point took: one subject for each verdict that occurs. Together,
 * they would mix the time of those that converged with the budget of those that did not.
 */
final class StepRows implements PointSubject {

  private final int resamples;
  private final Map<Verdict, Doubles> steps = new EnumMap<>(Verdict.class);

  /**
   * @param resamples the number of bootstrap resamples, ≥ 1
   */
  StepRows(int resamples) {
    this.resamples = resamples;
  }

  @Override
  public void add(Row trial) {
    steps
        .computeIfAbsent(Verdict.of(trial.getAs("verdict")), verdict -> new Doubles())
        .add(trial.<Long>getAs("steps"));
  }

  @Override
  public void write(PointRows rows, double level) {
    LocationRows location = new LocationRows(rows, level, resamples);
    steps.forEach((verdict, values) -> location.write(PointTable.steps(verdict), values.toArray()));
  }
}
