package org.basin.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.basin.plan.Section;
import org.basin.plan.TrialSpec;
import org.basin.train.Hit;
import org.basin.train.HittingTime;
import org.basin.train.HittingTimes;
import org.basin.train.Outcome;
import org.basin.train.Series;

/**
 * What finished trials left: the work table, committed slice by slice as a run goes, from which the
 * published tables are derived. One row a trial, everything it recorded nested in it, so that a
 * trial is committed as a whole or not at all.
 */
public final class OutcomeTable {

  /** Raised when a row's meaning changes; work of another version is refused. */
  public static final int VERSION = 1;

  private static final StructType SERIES =
      new StructType(
          new StructField[] {
            Columns.text("observable"),
            Columns.nullable("component", DataTypes.IntegerType),
            Columns.nullable("step", new ArrayType(DataTypes.LongType, false)),
            Columns.nullable("value", new ArrayType(DataTypes.DoubleType, false))
          });

  /** A hit carries its definition: a name may mean another threshold in a later sweep file. */
  private static final StructType HIT =
      new StructType(
          new StructField[] {
            Columns.text("name"),
            Columns.text("observable"),
            Columns.real("threshold"),
            Columns.flag("below"),
            Columns.flag("relative"),
            Columns.nullable("step", DataTypes.LongType)
          });

  public static final StructType SCHEMA =
      new StructType(
          new StructField[] {
            Columns.text("trial_id"),
            Columns.text("verdict"),
            Columns.whole("steps"),
            Columns.real("seconds"),
            Columns.small("attempt"),
            Columns.text("host"),
            Columns.nullable("error", DataTypes.StringType),
            Columns.nullable("series", new ArrayType(SERIES, false)),
            Columns.nullable("hits", new ArrayType(HIT, false))
          });

  private OutcomeTable() {}

  /**
   * The row of an outcome.
   *
   * @param times the definitions of its hits, by name
   * @param attempt which attempt of its Spark task made it, from 0
   * @param host the machine that made it
   */
  public static Row row(Outcome outcome, List<HittingTime> times, int attempt, String host) {
    Map<String, HittingTime> byName = definitions(outcome.spec(), times);
    Row[] series = outcome.series().stream().map(OutcomeTable::series).toArray(Row[]::new);
    Row[] hits =
        outcome.hits().stream().map(hit -> hit(hit, byName.get(hit.name()))).toArray(Row[]::new);
    return RowFactory.create(
        outcome.spec().id(),
        outcome.verdict().text(),
        outcome.steps(),
        outcome.seconds(),
        attempt,
        host,
        outcome.error().isEmpty() ? null : outcome.error(),
        series,
        hits);
  }

  /** The hitting times a trial watches, by name: the sweep's and those of its own settings. */
  private static Map<String, HittingTime> definitions(TrialSpec spec, List<HittingTime> times) {
    Map<String, HittingTime> byName = new HashMap<>();
    Section observe = spec.section("observe");
    if (observe.has("hitting-times")) {
      for (Section own : observe.sections("hitting-times")) {
        HittingTime time = HittingTimes.CATALOGUE.of(own).create(own);
        byName.put(time.name(), time);
      }
    }
    times.forEach(time -> byName.put(time.name(), time));
    return byName;
  }

  private static Row series(Series series) {
    Integer component = series.component() == Series.SCALAR ? null : series.component();
    return RowFactory.create(series.observable(), component, series.steps(), series.values());
  }

  private static Row hit(Hit hit, HittingTime time) {
    return RowFactory.create(
        time.name(),
        time.observable(),
        time.threshold(),
        time.below(),
        time.relative(),
        hit.isCensored() ? null : hit.step());
  }

  /** The series of a row that has a column {@code series}. */
  static List<Series> series(Row row) {
    List<Series> all = new ArrayList<>();
    for (Row one : row.<Row>getList(row.fieldIndex("series"))) {
      int component = one.isNullAt(1) ? Series.SCALAR : one.getInt(1);
      all.add(
          new Series(
              one.getString(0),
              component,
              one.<Long>getList(2).stream().mapToLong(Long::longValue).toArray(),
              one.<Double>getList(3).stream().mapToDouble(Double::doubleValue).toArray()));
    }
    return all;
  }

  /**
   * The step of the watched hitting time of {@code time}'s definition, whatever its name was.
   *
   * @return null if the row's trial did not watch it
   */
  static Hit hit(Row row, HittingTime time) {
    for (Row one : row.<Row>getList(row.fieldIndex("hits"))) {
      if (one.getString(1).equals(time.observable())
          && Double.compare(one.getDouble(2), time.threshold()) == 0
          && one.getBoolean(3) == time.below()
          && one.getBoolean(4) == time.relative()) {
        return new Hit(time.name(), one.isNullAt(5) ? -1 : one.getLong(5));
      }
    }
    return null;
  }
}
