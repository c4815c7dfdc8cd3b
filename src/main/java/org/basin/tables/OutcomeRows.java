package org.basin.tables;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.basin.plan.HittingTime;
import org.basin.settings.Section;
import org.basin.settings.Settings;
import org.basin.train.Hit;
import org.basin.train.HittingTimes;
import org.basin.train.Outcome;
import org.basin.train.Series;

/**
 * Makes the rows of {@link OutcomeTable} in Spark's internal form: texts are bytes, recorded values
 * are arrays of primitives. Texts and steps that many trials share are converted once. Each Spark
 * task has an instance of its own.
 */
public final class OutcomeRows {

  private final List<HittingTime> times;
  private final int attempt;
  private final UTF8String host;
  private final Map<String, UTF8String> texts = new HashMap<>();
  private Settings settings;
  private Map<String, HittingTime> definitions;
  private long[] steps = {};
  private UnsafeArrayData stepData = UnsafeArrayData.fromPrimitiveArray(steps);

  /**
   * Makes rows for one Spark task.
   *
   * @param times the hitting times that the sweep watches
   * @param attempt the number of this attempt of the Spark task, from 0
   * @param host the name of this machine
   */
  public OutcomeRows(List<HittingTime> times, int attempt, String host) {
    this.times = times;
    this.attempt = attempt;
    this.host = UTF8String.fromString(host);
  }

  /** Returns the row of {@code outcome}. Later calls do not change it. */
  public InternalRow row(Outcome outcome) {
    List<Series> all = outcome.series();
    Object[] series = new Object[all.size()];
    for (int i = 0; i < series.length; i++) {
      series[i] = series(all.get(i));
    }
    Object[] hits = new Object[outcome.hits().size()];
    if (hits.length > 0) {
      Map<String, HittingTime> byName = definitions(outcome.spec().settings());
      for (int i = 0; i < hits.length; i++) {
        Hit hit = outcome.hits().get(i);
        hits[i] = hit(hit, byName.get(hit.name()));
      }
    }
    return new GenericInternalRow(
        new Object[] {
          UTF8String.fromString(outcome.spec().id()),
          text(outcome.verdict().text()),
          outcome.steps(),
          outcome.seconds(),
          attempt,
          host,
          outcome.error().isEmpty() ? null : UTF8String.fromString(outcome.error()),
          new GenericArrayData(series),
          new GenericArrayData(hits)
        });
  }

  /**
   * The hitting times that a trial watches, by name: the sweep's and those of the trial's own
   * settings.
   */
  @SuppressWarnings("ReferenceEquality") // Equal ones would do, but to compare them takes longer.
  private Map<String, HittingTime> definitions(Settings trial) {
    // The replicates of a point follow one another and share one object of settings.
    if (trial != settings) {
      settings = trial;
      definitions = new HashMap<>();
      Section observe = trial.section("observe");
      if (observe.has("hitting-times")) {
        for (Section own : observe.sections("hitting-times")) {
          HittingTime time = HittingTimes.CATALOGUE.of(own).create(own);
          definitions.put(time.name(), time);
        }
      }
      times.forEach(time -> definitions.put(time.name(), time));
    }
    return definitions;
  }

  private InternalRow series(Series series) {
    if (!Arrays.equals(series.steps(), steps)) {
      steps = series.steps();
      stepData = UnsafeArrayData.fromPrimitiveArray(steps);
    }
    return new GenericInternalRow(
        new Object[] {
          text(series.observable()),
          series.component() == Series.SCALAR ? null : series.component(),
          stepData,
          UnsafeArrayData.fromPrimitiveArray(series.values())
        });
  }

  private InternalRow hit(Hit hit, HittingTime time) {
    return new GenericInternalRow(
        new Object[] {
          text(time.name()),
          text(time.observable()),
          time.threshold(),
          time.below(),
          time.relative(),
          hit.isCensored() ? null : hit.step()
        });
  }

  private UTF8String text(String text) {
    return texts.computeIfAbsent(text, UTF8String::fromString);
  }
}
