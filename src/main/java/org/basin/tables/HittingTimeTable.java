package org.basin.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.basin.plan.HittingTime;
import org.basin.train.Hit;

/**
 * The table {@code hitting_times}: one row for each trial and hitting time. If the trial watched it
 * at every step, the step is exact; if it looked at every k-th, the step is the look at which the
 * hit was seen, and {@code low} is the step after the look before. If the trial was trained before
 * the hitting time was declared, its observations bracket the step; see {@link ObservedHit}. A
 * trial that neither watched it nor observed what it is made of has no row.
 */
public final class HittingTimeTable {

  public static final String NAME = "hitting_times";

  /** A hitting time of one trial. */
  static final StructType HIT =
      new StructType(
          new StructField[] {
            Columns.text("name"),
            Columns.nullable("step", DataTypes.LongType),
            Columns.flag("censored"),
            Columns.nullable("censor_step", DataTypes.LongType),
            Columns.nullable("low", DataTypes.LongType),
            Columns.nullable("high", DataTypes.LongType),
            Columns.flag("watched")
          });

  public static final StructType SCHEMA =
      new StructType(
          Stream.concat(
                  Stream.of(Columns.text("trial_id"), Columns.text("point_id")),
                  Arrays.stream(HIT.fields()))
              .toArray(StructField[]::new));

  private HittingTimeTable() {}

  /** Makes the table from {@link MeasuredTrials}. The order of the trials is kept. */
  public static Dataset<Row> of(Dataset<Row> measured) {
    return measured.selectExpr("trial_id", "point_id", "inline(" + MeasuredTrials.HITS + ")");
  }

  /**
   * Finds the hitting times of a trial, in the order declared: those that it watched, and those
   * that its observations bracket.
   *
   * @param trial a row with {@code steps}, {@code hits} and the {@code series} of scalar
   *     observables
   */
  static List<Row> hits(Row trial, List<HittingTime> times) {
    List<Row> rows = new ArrayList<>();
    for (HittingTime time : times) {
      Hit hit = OutcomeTable.hit(trial, time);
      long steps = trial.<Long>getAs("steps");
      if (hit != null) {
        rows.add(row(time, hit.low(), hit.step(), hit.isCensored() ? steps : -1, true));
      } else {
        ObservedHit.of(time, OutcomeTable.series(trial), steps)
            .ifPresent(
                seen -> rows.add(row(time, seen.low(), seen.high(), seen.censorStep(), false)));
      }
    }
    return rows;
  }

  /** Makes a row; each step is −1 where there is none. */
  private static Row row(HittingTime time, long low, long high, long censorStep, boolean watched) {
    Long hit = high < 0 ? null : high;
    return RowFactory.create(
        time.name(),
        hit,
        hit == null,
        hit == null ? censorStep : null,
        hit == null ? null : low,
        hit,
        watched);
  }
}
