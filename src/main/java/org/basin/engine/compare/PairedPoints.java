package org.basin.engine.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.basin.stats.Estimate;
import org.basin.stats.comparison.Contrast;
import org.basin.stats.comparison.PairedSample;
import org.basin.tables.Columns;

/**
 * How the points differ that have the same values of the axes that both sweeps have: one row for
 * each pair of points and measure, over the pairs of trials with the same seed that both have the
 * measure.
 *
 * <p>Pairs are joined from published tables, one row for each measure, because two sweeps have
 * nothing else in common; {@link org.basin.tables.ComparisonTable} sets points of one sweep side by
 * side, whole trials at a time, also where they share no seed.
 */
final class PairedPoints {

  private static final List<String> KEY = List.of("first_point_id", "second_point_id", "measure");

  /** The value of a trial of the first sweep, and that of the second sweep's with its seed. */
  private static final String FIRST = "first";

  private static final String SECOND = "second";

  private PairedPoints() {}

  /**
   * Pairs the points of two sweeps.
   *
   * @param axes the axes that both have
   */
  static Dataset<Row> of(
      ComparedTables first, ComparedTables second, List<String> axes, double level) {
    Dataset<Row> a =
        first
            .measures(axes)
            .withColumnRenamed("point_id", KEY.get(0))
            .withColumnRenamed("value", FIRST);
    Dataset<Row> b =
        second
            .measures(axes)
            .withColumnRenamed("point_id", KEY.get(1))
            .withColumnRenamed("value", SECOND);
    for (String axis : axes) {
      b = b.withColumnRenamed(axis, "second." + axis);
    }
    Column same =
        a.col("seed").equalTo(b.col("seed")).and(a.col("measure").equalTo(b.col("measure")));
    for (String axis : axes) {
      same = same.and(a.col("`" + axis + "`").eqNullSafe(b.col("`second." + axis + "`")));
    }
    List<Column> kept = new ArrayList<>();
    KEY.forEach(name -> kept.add(name.equals("measure") ? a.col(name) : functions.col(name)));
    axes.forEach(axis -> kept.add(a.col("`" + axis + "`")));
    kept.addAll(List.of(a.col("seed"), functions.col(FIRST), functions.col(SECOND)));
    Dataset<Row> pairs = a.join(b.hint("merge"), same).select(kept.toArray(Column[]::new));

    int width = KEY.size() + axes.size();
    StructType schema = schema(pairs.schema(), width);
    FlatMapGroupsFunction<Row, Row, Row> compared =
        (key, rows) -> List.of(row(rows, width, level)).iterator();
    StructType keys = new StructType(java.util.Arrays.copyOf(pairs.schema().fields(), KEY.size()));
    return pairs
        .groupBy(KEY.stream().map(functions::col).toArray(Column[]::new))
        .as(Encoders.row(keys), Encoders.row(pairs.schema()))
        .flatMapGroups(compared, Encoders.row(schema));
  }

  /** Returns the columns beside those of the axes. */
  static StructType columns() {
    List<StructField> key = new ArrayList<>();
    KEY.forEach(name -> key.add(DataTypes.createStructField(name, DataTypes.StringType, false)));
    for (String name : List.of("seed", FIRST, SECOND)) {
      key.add(DataTypes.createStructField(name, DataTypes.DoubleType, true));
    }
    return schema(new StructType(key.toArray(StructField[]::new)), key.size());
  }

  private static StructType schema(StructType pairs, int width) {
    List<StructField> fields = new ArrayList<>(List.of(pairs.fields()).subList(0, width));
    fields.add(DataTypes.createStructField("pairs", DataTypes.LongType, false));
    fields.add(DataTypes.createStructField("identical", DataTypes.LongType, false));
    for (String name :
        List.of("difference", "low", "high", "p", "ratio", "ratio_low", "ratio_high")) {
      fields.add(DataTypes.createStructField(name, DataTypes.DoubleType, true));
    }
    return new StructType(fields.toArray(StructField[]::new));
  }

  private static Row row(Iterator<Row> pairs, int width, double level) {
    List<Row> all = new ArrayList<>();
    pairs.forEachRemaining(all::add);
    // By seed and values, because sums round differently in another order.
    all.sort(
        Comparator.<Row>comparingLong(row -> row.getLong(width))
            .thenComparingDouble(row -> row.getDouble(width + 1))
            .thenComparingDouble(row -> row.getDouble(width + 2)));
    double[] first = all.stream().mapToDouble(row -> row.getDouble(width + 1)).toArray();
    double[] second = all.stream().mapToDouble(row -> row.getDouble(width + 2)).toArray();
    long identical = 0;
    for (int i = 0; i < first.length; i++) {
      identical += Double.compare(first[i], second[i]) == 0 ? 1 : 0;
    }
    PairedSample sample = new PairedSample(first, second);
    Contrast contrast = sample.meanDifference(level);
    Estimate difference = contrast.estimate();
    Estimate ratio = sample.ratio(level).estimate();
    List<Object> cells = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      cells.add(all.get(0).get(i));
    }
    cells.add((long) first.length);
    cells.add(identical);
    for (double value :
        new double[] {
          difference.value(),
          difference.low(),
          difference.high(),
          contrast.p(),
          ratio.value(),
          ratio.low(),
          ratio.high()
        }) {
      cells.add(Columns.orNull(value));
    }
    return RowFactory.create(cells.toArray());
  }
}
