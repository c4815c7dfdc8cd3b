package org.basin.tables;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.basin.plan.analysis.Measure;
import org.basin.plan.analysis.Rate;
import org.basin.stats.curve.RateLaw;
import org.basin.stats.location.Fractions;
import org.basin.train.Verdict;

/**
 * By which laws the curves of a point's trials move, and the parameter of the law that most of them
 * follow: the first in {@link RateLaw} among equals. Only trials that came to an end of their own
 * count.
 */
final class RateRows implements PointSubject {

  private final int resamples;
  private final Map<String, Sample> samples = new LinkedHashMap<>();

  /**
   * Makes the subject.
   *
   * @param rates the rates that the sweep declares
   * @param resamples the number of bootstrap resamples, ≥ 1
   */
  RateRows(List<Rate> rates, int resamples) {
    this.resamples = resamples;
    rates.forEach(rate -> samples.put(rate.name(), new Sample(rate)));
  }

  @Override
  public void add(Row trial) {
    if (Verdict.of(trial.getAs("verdict")).isComplete()) {
      for (Row rate : trial.<Row>getList(trial.fieldIndex(MeasuredTrials.RATES))) {
        samples.get(rate.<String>getAs("name")).add(rate);
      }
    }
  }

  @Override
  public void write(PointRows rows, double level) {
    LocationRows location = new LocationRows(rows, level, resamples);
    samples.forEach((name, sample) -> sample.write(rows, Measure.ofRate(name), level, location));
  }

  private static final class Sample {

    private final Map<RateLaw, Doubles> parameters = new EnumMap<>(RateLaw.class);
    private long count;

    Sample(Rate rate) {
      rate.laws().forEach(law -> parameters.put(law, new Doubles()));
    }

    void add(Row rate) {
      count++;
      String law = rate.getAs("law");
      if (law != null) {
        parameters.get(RateLaw.of(law)).add(rate.<Double>getAs("value"));
      }
    }

    void write(PointRows rows, String subject, double level, LocationRows location) {
      long none = count;
      double[] most = new double[0];
      for (Map.Entry<RateLaw, Doubles> entry : parameters.entrySet()) {
        double[] values = entry.getValue().toArray();
        none -= values.length;
        most = values.length > most.length ? values : most;
        rows.add(
            subject,
            Statistic.fraction(entry.getKey().text()),
            Fractions.wilson(values.length, count, level));
      }
      rows.add(subject, Statistic.fraction("none"), Fractions.wilson(none, count, level));
      location.write(subject, most);
    }
  }
}
