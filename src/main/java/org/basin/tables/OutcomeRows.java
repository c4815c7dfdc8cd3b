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
  private final Map<String, UTF8String> texts = new HashMap<>();
  private long[] steps = {};
  private UnsafeArrayData stepData = UnsafeArrayData.fromPrimitiveArray(steps);

  /**
   * Makes rows for one Spark task.
   *
   * @param attempt the number of this attempt of the Spark task, from 0
   * @param host the name of this machine
   */
  public OutcomeRows(int attempt, String host) {
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
    for (int i = 0; i < hits.length; i++) {
      hits[i] = HitColumns.row(outcome.hits().get(i), this::text);
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
