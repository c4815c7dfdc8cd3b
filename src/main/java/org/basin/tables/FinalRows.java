package org.basin.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.basin.train.Verdict;

/**
 * The last value of each scalar observable of a point's trials. Only trials that came to an end of
 * their own count.
 */
final class FinalRows implements PointSubject {

  private final int resamples;
  private final Map<String, Doubles> finals = new LinkedHashMap<>();

  /**
   * Makes the subject.
   *
   * @param scalars the scalar observables, sorted
   * @param resamples the number of bootstrap resamples, ≥ 1
   */
  FinalRows(List<String> scalars, int resamples) {
    this.resamples = resamples;
    scalars.forEach(scalar -> finals.put(scalar, new Doubles()));
  }

  @Override
  public void add(Row trial) {
    // Chosen by verdict, never by value: the last value of a diverged trial says nothing of
    // convergence, and leaving out a NaN silently would hide that a quantity was undefined.
    if (Verdict.of(trial.getAs("verdict")).isComplete()) {
      for (Row last : trial.<Row>getList(trial.fieldIndex(MeasuredTrials.FINALS))) {
        finals.get(last.getString(0)).add(last.getDouble(1));
      }
    }
  }

  @Override
  public void write(PointRows rows, double level) {
    LocationRows location = new LocationRows(rows, level, resamples);
    finals.forEach((subject, values) -> location.write(subject, values.toArray()));
  }
}
