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
import org.basin.train.Series;

/**
 * The table {@code hitting_times}: one row for each trial and hitting time. If the trial watched
 * the threshold at every step, the step is exact. If the trial was trained before the threshold was
 * declared, its observations bracket the step between two observed steps. A trial that neither
 * watched the threshold nor observed the observable has no row.
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
      if (hit != null) {
        rows.add(row(trial, hit, hit.step(), true));
      } else {
        OutcomeTable.series(trial).stream()
            .filter(series -> series.observable().equals(time.observable()))
            .findFirst()
            .ifPresent(series -> rows.add(bracketed(trial, time, series)));
      }
    }
    return rows;
  }

  /** Finds the first observation that has crossed the threshold; the one before it had not. */
  private static Row bracketed(Row trial, HittingTime time, Series series) {
    long before = -1;
    for (int i = 0; i < series.steps().length; i++) {
      if (time.isHit(series.values()[i], series.values()[0])) {
        return row(trial, new Hit(time, series.steps()[i]), before + 1, false);
      }
      before = series.steps()[i];
    }
    return row(trial, new Hit(time, -1), -1, false);
  }

  private static Row row(Row trial, Hit hit, long low, boolean watched) {
    boolean censored = hit.isCensored();
    return RowFactory.create(
        hit.time().name(),
        censored ? null : hit.step(),
        censored,
        censored ? trial.<Long>getAs("steps") : null,
        censored ? null : low,
        censored ? null : hit.step(),
        watched);
  }
}
