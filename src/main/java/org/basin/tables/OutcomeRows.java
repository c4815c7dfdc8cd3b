package org.basin.tables;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.basin.plan.TrialSpec;
import org.basin.train.Limits;
import org.basin.train.Outcome;
import org.basin.train.Series;

/**
 * Makes the rows of {@link OutcomeTable} in Spark's internal form: texts are bytes, recorded values
 * are arrays of primitives. Texts and steps that many trials share are converted once. Each Spark
 * task has an instance of its own.
 */
public final class OutcomeRows {

  private final int attempt;
  private final UTF8String host;
  private final int retry;
  private final Function<TrialSpec, String> limitlessId;
  private final Map<String, UTF8String> texts = new HashMap<>();
  private long[] steps = {};
  private UnsafeArrayData stepData = UnsafeArrayData.fromPrimitiveArray(steps);

  /**
   * Makes rows for one Spark task.
   *
   * @param attempt the number of this attempt of the Spark task, from 0
   * @param host the name of this machine
   * @param retry the number of the run among the sweep's runs with {@code --retry}, from 1; 0 for a
   *     run without
   * @param limitlessId returns the id of a trial without its {@link Limits}
   */
  public OutcomeRows(int attempt, String host, int retry, Function<TrialSpec, String> limitlessId) {
    this.attempt = attempt;
    this.host = UTF8String.fromString(host);
    this.retry = retry;
    this.limitlessId = limitlessId;
  }

  /** Returns the row of {@code outcome}. Later calls do not change it. */
  public InternalRow row(Outcome outcome) {
    List<Series> all = outcome.series();
    Object[] series = new Object[all.size()];
    for (int i = 0; i < series.length; i++) {
      series[i] = series(all.get(i));
    }
    Object[] hits = new Object[outcome.hits().size()];
    for (int i = 0; i < hits.length; i++) {
      hits[i] = HitColumns.row(outcome.hits().get(i), this::text);
    }
    TrialSpec spec = outcome.spec();
    Optional<Limits> limits = Limits.of(spec);
    return new GenericInternalRow(
        new Object[] {
          UTF8String.fromString(spec.id()),
          text(outcome.verdict().text()),
          outcome.steps(),
          outcome.seconds(),
          attempt,
          host,
          outcome.error().isEmpty() ? null : UTF8String.fromString(outcome.error()),
          new GenericArrayData(series),
          new GenericArrayData(hits),
          retry,
          limits.map(known -> UTF8String.fromString(limitlessId.apply(spec))).orElse(null),
          limits.map(Limits::maxSteps).orElse(null),
          limits.map(Limits::secondsOrNull).orElse(null)
        });
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

  private UTF8String text(String text) {
    return texts.computeIfAbsent(text, UTF8String::fromString);
  }
}
