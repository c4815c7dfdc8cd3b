package org.basin.engine.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.basin.tables.AxisColumns;

/**
 * The points that a report shows, or some of them.
 *
 * @param axes the sweep's axes
 * @param settings the settings of each shown point, in the order of the axes; null where it has no
 *     such key
 * @param places the place of each of these points in {@code settings}, by its id
 */
record ReportPoints(AxisColumns axes, List<List<Object>> settings, Map<String, Integer> places) {

  /** Makes the points of rows of an id and the axes' values. */
  static ReportPoints of(AxisColumns axes, List<Row> rows) {
    List<List<Object>> settings = new ArrayList<>();
    Map<String, Integer> places = new LinkedHashMap<>();
    for (Row row : rows) {
      places.put(row.getString(0), settings.size());
      settings.add(ReportJson.from(row, 1));
    }
    return new ReportPoints(axes, settings, places);
  }

  /** The different values of an axis, sorted. */
  List<Object> values(int axis) {
    TreeSet<Object> values = new TreeSet<>(AxisThinning.ORDER);
    for (int place : places.values()) {
      if (settings.get(place).get(axis) != null) {
        values.add(settings.get(place).get(axis));
      }
    }
    return List.copyOf(values);
  }

  /** Returns at most {@code most} of these points, which keep their places. */
  ReportPoints atMost(int most) {
    if (places.size() <= most) {
      return this;
    }
    List<List<Object>> values = new ArrayList<>();
    for (int axis = 0; axis < axes.paths().size(); axis++) {
      values.add(values(axis));
    }
    List<List<Object>> kept =
        AxisThinning.thin(
            values, most, some -> places.values().stream().filter(p -> has(p, some)).count());
    Map<String, Integer> few = new LinkedHashMap<>();
    places.forEach(
        (id, place) -> {
          if (few.size() < most && has(place, kept)) {
            few.put(id, place);
          }
        });
    return new ReportPoints(axes, settings, few);
  }

  private boolean has(int place, List<List<Object>> kept) {
    List<Object> point = settings.get(place);
    for (int axis = 0; axis < kept.size(); axis++) {
      if (point.get(axis) != null && !kept.get(axis).contains(point.get(axis))) {
        return false;
      }
    }
    return true;
  }

  /** Returns the rows of {@code table} that belong to these points, with their {@code place}. */
  Dataset<Row> of(SparkSession spark, Dataset<Row> table) {
    List<Row> rows = new ArrayList<>();
    places.forEach((id, place) -> rows.add(RowFactory.create(id, place)));
    StructType schema =
        new StructType()
            .add("point_id", DataTypes.StringType, false)
            .add("place", DataTypes.IntegerType, false);
    return table.join(functions.broadcast(spark.createDataFrame(rows, schema)), "point_id");
  }

  /**
   * The settings as places among the axes' values, which takes fewer bytes; null where a point has
   * no such key.
   */
  List<List<Integer>> coded() {
    List<Map<Object, Integer>> codes = new ArrayList<>();
    for (int axis = 0; axis < axes.paths().size(); axis++) {
      Map<Object, Integer> code = new HashMap<>();
      values(axis).forEach(value -> code.put(value, code.size()));
      codes.add(code);
    }
    List<List<Integer>> coded = new ArrayList<>();
    for (List<Object> point : settings) {
      List<Integer> row = new ArrayList<>();
      for (int axis = 0; axis < codes.size(); axis++) {
        row.add(codes.get(axis).get(point.get(axis)));
      }
      coded.add(row);
    }
    return coded;
  }
}
