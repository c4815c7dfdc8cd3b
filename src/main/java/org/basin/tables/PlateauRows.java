package org.basin.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.basin.plan.analysis.Measure;
import org.basin.plan.analysis.PhaseSearch;
import org.basin.stats.location.Fractions;
import org.basin.train.Verdict;

/**
 * How many trials of a point escape from a plateau, and the lengths of these plateaus, in steps.
 * Only trials that came to an end of their own count.
 */
final class PlateauRows implements PointSubject {

  private final int resamples;
  private final Map<String, Doubles> lengths = new LinkedHashMap<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();

  /**
   * Makes the subject.
   *
   * @param searches the phase searches that the sweep declares
   * @param resamples the number of bootstrap resamples, ≥ 1
   */
  PlateauRows(List<PhaseSearch> searches, int resamples) {
    this.resamples = resamples;
    for (PhaseSearch search : searches) {
      lengths.put(search.name(), new Doubles());
      counts.put(search.name(), 0L);
    }
  }

  @Override
  public void add(Row trial) {
    if (Verdict.of(trial.getAs("verdict")).isComplete()) {
      for (Row search : trial.<Row>getList(trial.fieldIndex(MeasuredTrials.PHASES))) {
        String name = search.getAs("name");
        counts.merge(name, 1L, Long::sum);
        if (search.<Boolean>getAs("escaped")) {
          lengths.get(name).add(search.<Double>getAs("length"));
        }
      }
    }
  }

  @Override
  public void write(PointRows rows, double level) {
    lengths.forEach(
        (name, sample) -> {
          double[] values = sample.toArray();
          String subject = Measure.ofPlateau(name);
          rows.add(
              subject,
              Statistic.fraction("escaped"),
              Fractions.wilson(values.length, counts.get(name), level));
          new LocationRows(rows, level, resamples).write(subject, values);
        });
  }
}
