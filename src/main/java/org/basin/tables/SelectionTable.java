package org.basin.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.basin.plan.Selection;
import org.basin.train.Verdict;

/**
 * The table {@code selections}. A selection chooses along some axes; the table has one row for each
 * selection and each combination of values of the other axes. The row holds the chosen point and
 * the mean of every scalar observable at that point.
 *
 * <p>A point is no candidate if one of its trials failed, diverged or timed out, because the mean
 * over the remaining trials would be biased towards lucky ones. A point whose mean is undefined is
 * no candidate either. If no point is a candidate, the columns of the chosen point are null. Among
 * equal means, the point with the lowest index is chosen.
 */
public final class SelectionTable {

  public static final String NAME = "selections";

  private static final String WHOLE = Columns.inner("whole");
  private static final String RANK = Columns.inner("rank");
  private static final String COUNT = Columns.inner("count_");
  private static final String MEAN = Statistic.MEAN.name();
  private static final List<String> PARTS = List.of(MEAN, "low", "high");

  private SelectionTable() {}

  /**
   * Returns the columns of the table.
   *
   * @param scalars the scalar observables that any trial recorded, sorted
   */
  public static StructType schema(AxisColumns axes, List<String> scalars) {
    List<StructField> fields = new ArrayList<>();
    fields.add(Columns.text("selection"));
    fields.add(Columns.nullable("point_id", DataTypes.StringType));
    fields.add(Columns.nullable("index", DataTypes.LongType));
    fields.addAll(axes.fields());
    fields.add(Columns.whole("points"));
    fields.add(Columns.whole("candidates"));
    fields.add(Columns.nullable("n", DataTypes.LongType));
    for (String scalar : scalars) {
      PARTS.forEach(
          part ->
              fields.add(
                  Columns.nullable(part + "_" + Columns.name(scalar), DataTypes.DoubleType)));
    }
    return new StructType(fields.toArray(StructField[]::new));
  }

  /**
   * Makes the table from {@code points}.
   *
   * @param scalars the scalar observables, sorted
   */
  public static Dataset<Row> of(
      SparkSession spark,
      Dataset<Row> points,
      AxisColumns axes,
      List<String> scalars,
      List<Selection> selections) {
    StructType schema = schema(axes, scalars);
    Dataset<Row> wide = wide(points, axes, scalars);
    Dataset<Row> all = spark.createDataFrame(List.of(), schema);
    for (Selection selection : selections) {
      all = all.union(chosen(wide, axes, selection, schema));
    }
    return all;
  }

  /**
   * One row for each point: the mean of every observable, and whether every trial of the point is
   * complete.
   */
  private static Dataset<Row> wide(Dataset<Row> points, AxisColumns axes, List<String> scalars) {
    List<Column> keys = new ArrayList<>(List.of(col("point_id"), col("index")));
    axes.names().forEach(name -> keys.add(col(name)));
    List<Column> values = new ArrayList<>();
    for (String scalar : scalars) {
      for (String part : PARTS) {
        Column value = statistic(scalar, Statistic.MEAN, part.equals(MEAN) ? "value" : part);
        values.add(value.as(part + "_" + Columns.name(scalar)));
      }
      values.add(statistic(scalar, Statistic.MEAN, "count").as(COUNT + Columns.name(scalar)));
    }
    Column incomplete = lit(0.0);
    for (Verdict verdict : Verdict.values()) {
      if (!verdict.isComplete()) {
        incomplete =
            incomplete.plus(statistic(PointTable.VERDICTS, Statistic.fraction(verdict), "value"));
      }
    }
    return points
        .groupBy(keys.toArray(Column[]::new))
        .agg(incomplete.equalTo(0).as(WHOLE), values.toArray(Column[]::new));
  }

  private static Column statistic(String subject, Statistic statistic, String column) {
    return max(
        when(
            col("subject").equalTo(subject).and(col("statistic").equalTo(statistic.name())),
            col(column)));
  }

  private static Dataset<Row> chosen(
      Dataset<Row> wide, AxisColumns axes, Selection selection, StructType schema) {
    List<String> over = selection.over().stream().map(Columns::name).toList();
    Column[] others =
        axes.names().stream()
            .filter(name -> !over.contains(name))
            .map(functions::col)
            .toArray(Column[]::new);
    String observable = Columns.name(selection.observable());
    boolean known = List.of(wide.columns()).contains(MEAN + "_" + observable);
    Column mean = known ? col(MEAN + "_" + observable) : lit(null).cast(DataTypes.DoubleType);
    Column isCandidate = col(WHOLE).and(mean.isNotNull());
    Column order = selection.greatest() ? mean.desc() : mean.asc();
    WindowSpec group = Window.partitionBy(others);
    Dataset<Row> ranked =
        wide.withColumn(WHOLE, isCandidate)
            .withColumn("points", functions.count("*").over(group))
            .withColumn("candidates", functions.count_if(col(WHOLE)).over(group))
            .withColumn(
                RANK,
                functions
                    .row_number()
                    .over(group.orderBy(col(WHOLE).desc(), order, col("index").asc())))
            .filter(col(RANK).equalTo(1));
    List<Column> columns = new ArrayList<>();
    for (StructField field : schema.fields()) {
      String name = field.name();
      boolean isOfTheGroup =
          name.equals("points")
              || name.equals("candidates")
              || (axes.names().contains(name) && !over.contains(name));
      if (name.equals("selection")) {
        columns.add(lit(selection.name()).as(name));
      } else if (isOfTheGroup) {
        columns.add(col(name));
      } else if (name.equals("n")) {
        Column n = known ? col(COUNT + observable) : lit(null).cast(DataTypes.LongType);
        columns.add(when(col(WHOLE), n).as(name));
      } else {
        columns.add(when(col(WHOLE), col(name)).as(name));
      }
    }
    return ranked.select(columns.toArray(Column[]::new));
  }
}
