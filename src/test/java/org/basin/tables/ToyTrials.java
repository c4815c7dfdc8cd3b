package org.basin.tables;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.basin.plan.analysis.Analyses;

/** Rows of {@link MeasuredTrials} of one point without axes, for tests without Spark. */
final class ToyTrials {

  static final AxisColumns AXES = new AxisColumns(List.of(), List.of());

  static final Analyses NO_ANALYSES =
      new Analyses(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 1000);

  private ToyTrials() {}

  /** A trial with one observable, {@code loss}, and without hitting times, rates and phases. */
  static Row trial(long seed, String verdict, long steps, double loss) {
    Row last = new GenericRowWithSchema(new Object[] {"loss", loss}, null);
    List<Row> none = List.of();
    return new GenericRowWithSchema(
        new Object[] {
          "t" + seed,
          "point",
          seed,
          seed,
          seed,
          seed,
          seed,
          verdict,
          steps,
          MeasuredTrials.list(List.of(last)),
          MeasuredTrials.list(none),
          MeasuredTrials.list(none),
          MeasuredTrials.list(none)
        },
        MeasuredTrials.schema(AXES));
  }
}
