package org.basin.tables;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.basin.settings.Expression;

/**
 * Groups finished trials by the values of some axes, once for each analysis that a sweep declares.
 * A trial enters a group as a few numbers.
 */
final class TrialGroups {

  static final String STATUS = Columns.inner("status");
  static final String SEED = "seed";
  static final String LOW = "low";
  static final String HIGH = "high";
  static final String ALONG = "along";

  private static final String ENTRY = Columns.inner("entry");
  private static final String GROUP = Columns.inner("group");
  private static final String INDEX = "index";

  private static final List<StructField> FIELDS =
      List.of(
          Columns.small(ENTRY),
          Columns.text(GROUP),
          Columns.whole(INDEX),
          Columns.whole(SEED),
          Columns.text(STATUS),
          Columns.real(LOW),
          Columns.real(HIGH),
          Columns.nullable(ALONG, new ArrayType(DataTypes.DoubleType, false)));

  /** How many {@link #FIELDS} there are; the axes of the group follow. */
  static final int AXES = FIELDS.size();

  private static final StructType KEY =
      new StructType(new StructField[] {Columns.small(ENTRY), Columns.text(GROUP)});

  private TrialGroups() {}

  /** Reads a number of a trial. */
  @FunctionalInterface
  interface Reading extends Serializable {
    Measurement of(Row trial);
  }

  /**
   * An analysis.
   *
   * @param along the paths of the axes whose values are kept as numbers
   * @param by the paths of the axes by which trials are grouped
   * @param where an expression of the axes that holds for the trials that take part; empty for all
   */
  record Entry(List<String> along, List<String> by, String where, Reading reading)
      implements Serializable {}

  /** Makes the rows of one group. */
  @FunctionalInterface
  interface Summary extends Serializable {
    List<Row> rows(int entry, GroupSample group);
  }

  /**
   * Makes a table of the groups.
   *
   * @param trials a dataset of {@link MeasuredTrials}
   * @param schema of the rows that {@code summary} makes
   */
  static Dataset<Row> summarise(
      Dataset<Row> trials,
      AxisColumns axes,
      List<Entry> entries,
      Summary summary,
      StructType schema) {
    List<Entry> declared = new ArrayList<>(entries);
    Set<String> names = Set.copyOf(axes.names());
    List<Expression> conditions = new ArrayList<>();
    for (Entry entry : entries) {
      conditions.add(Expression.compile(entry.where.isEmpty() ? "true" : entry.where, names));
    }
    FlatMapFunction<Row, Row> split = trial -> rows(trial, axes, declared, conditions).iterator();
    FlatMapGroupsFunction<Row, Row, Row> each =
        (key, rows) -> {
          int entry = key.getInt(0);
          int along = declared.get(entry).along.size();
          return summary.rows(entry, GroupSample.read(rows, along)).iterator();
        };
    StructType members = members(axes);
    // In the order of the grid, because sums depend on it and Spark delivers rows in any order.
    return trials
        .flatMap(split, Encoders.row(members))
        .groupBy(ENTRY, GROUP)
        .as(Encoders.row(KEY), Encoders.row(members))
        .flatMapSortedGroups(new Column[] {functions.col(INDEX)}, each, Encoders.row(schema));
  }

  private static StructType members(AxisColumns axes) {
    List<StructField> fields = new ArrayList<>(FIELDS);
    fields.addAll(axes.fields());
    return new StructType(fields.toArray(StructField[]::new));
  }

  private static List<Row> rows(
      Row trial, AxisColumns axes, List<Entry> entries, List<Expression> conditions) {
    List<Row> rows = new ArrayList<>();
    for (int e = 0; e < entries.size(); e++) {
      Entry entry = entries.get(e);
      if (!entry.where.isEmpty() && !holds(conditions.get(e), trial, axes)) {
        continue;
      }
      List<Object> own = new ArrayList<>();
      for (String path : axes.paths()) {
        own.add(entry.by.contains(path) ? trial.getAs(Columns.name(path)) : null);
      }
      Measurement measured = entry.reading.of(trial);
      List<Object> values = new ArrayList<>();
      values.add(e);
      values.add(own.toString());
      values.add(trial.getAs(INDEX));
      values.add(trial.getAs(SEED));
      values.add(measured.status().name());
      values.add(measured.low());
      values.add(measured.high());
      values.add(along(trial, entry));
      values.addAll(own);
      rows.add(RowFactory.create(values.toArray()));
    }
    return rows;
  }

  /** Where the trial lacks a key that the expression needs, it does not hold. */
  private static boolean holds(Expression where, Row trial, AxisColumns axes) {
    Map<String, Object> values = new HashMap<>();
    for (String name : axes.names()) {
      Object value = trial.getAs(name);
      if (value != null) {
        values.put(name, value);
      }
    }
    try {
      return where.truth(values);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** NaN where the trial has no such key. */
  private static Double[] along(Row trial, Entry entry) {
    Double[] along = new Double[entry.along.size()];
    for (int j = 0; j < along.length; j++) {
      Object value = trial.getAs(Columns.name(entry.along.get(j)));
      along[j] = value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
    return along;
  }
}
