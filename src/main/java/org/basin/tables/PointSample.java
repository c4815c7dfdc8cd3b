package org.basin.tables;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.basin.plan.analysis.Analyses;

/**
 * The finished trials of one point, collected to compute the point's statistics in one Spark task.
 */
final class PointSample {

  private final int axes;
  private final List<PointSubject> subjects;
  private Row first;

  private PointSample(int axes, List<PointSubject> subjects) {
    this.axes = axes;
    this.subjects = subjects;
  }

  static PointSample read(
      Iterator<Row> trials,
      AxisColumns axes,
      List<String> scalars,
      List<String> hittingTimes,
      Analyses analyses) {
    PointSample sample =
        new PointSample(
            axes.paths().size(),
            List.of(
                new VerdictRows(),
                new StepRows(analyses.resamples()),
                new FinalRows(scalars, analyses.resamples()),
                new HittingRows(hittingTimes),
                new RateRows(analyses.rates(), analyses.resamples()),
                new PlateauRows(analyses.phases(), analyses.resamples())));
    trials.forEachRemaining(sample::add);
    return sample;
  }

  private void add(Row trial) {
    if (first == null || trial.<Long>getAs("index") < first.<Long>getAs("index")) {
      first = trial;
    }
    subjects.forEach(subject -> subject.add(trial));
  }

  /** Returns the rows of the point, with intervals at {@code level}. */
  List<Row> rows(double level) {
    if (first == null) {
      return List.of();
    }
    PointRows rows = new PointRows(first, axes);
    subjects.forEach(subject -> subject.write(rows, level));
    return rows.rows();
  }
}
