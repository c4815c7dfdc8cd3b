package org.basin.tables;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.basin.stats.comparison.Holm;
import org.basin.stats.location.Location;

/**
 * The table {@code comparisons}: one row for each pair of points that differ in one axis, subject
 * and statistic. Trials of the two points that share a seed are compared with one another.
 */
public final class ComparisonTable {

  public static final String NAME = "comparisons";

  static final Statistic DIFFERENCE_MEAN = new Statistic("difference_mean");
  static final Statistic RATIO_GEOMETRIC_MEAN = new Statistic("ratio_geometric_mean");

  /** The ratio of the mean numbers of steps before the hit, of those up to a horizon. */
  static final Statistic RATIO_RESTRICTED_MEAN = new Statistic("ratio_restricted_mean");

  /** The probability that a trial of the second point is below one of the first. */
  static final Statistic PROBABILITY_LESS = new Statistic("probability_less");

  /** The same of two trials with one seed. */
  static final Statistic PROBABILITY_LESS_PAIRED = new Statistic("probability_less_paired");

  /** The fraction of seeds whose trial of the second point is below that of the first. */
  static final Statistic FRACTION_LESS = new Statistic("fraction_less");

  /** The difference of the fractions of trials that hit by a horizon. */
  static final Statistic DIFFERENCE_HIT_FRACTION = new Statistic("difference_hit_fraction");

  /** The geometric mean of the ratios of steps over the seeds of which both trials hit. */
  static final Statistic RATIO_STEP_BOTH_HIT = new Statistic("ratio_step_both_hit");

  static final Statistic LOG_RANK = new Statistic("log_rank");

  private static final String P = "p";
  private static final String P_HOLM = "p_holm";

  private ComparisonTable() {}

  /** The difference of a location. */
  static Statistic difference(Location location) {
    return new Statistic("difference_" + location.text());
  }

  /** Returns the columns of the table for a sweep with {@code axes}. */
  public static StructType schema(AxisColumns axes) {
    List<StructField> fields = new ArrayList<>();
    fields.add(Columns.text("along"));
    for (String side : List.of("a", "b")) {
      fields.add(Columns.text("point_" + side));
      fields.add(Columns.whole("index_" + side));
      fields.add(Columns.text(side));
    }
    fields.addAll(axes.fields());
    fields.add(Columns.text("subject"));
    fields.add(Columns.text("statistic"));
    fields.add(Columns.nullable("value", DataTypes.DoubleType));
    fields.add(Columns.nullable("low", DataTypes.DoubleType));
    fields.add(Columns.nullable("high", DataTypes.DoubleType));
    fields.add(Columns.nullable("level", DataTypes.DoubleType));
    fields.add(Columns.text("method"));
    fields.add(Columns.whole("count"));
    fields.add(Columns.nullable(P, DataTypes.DoubleType));
    fields.add(Columns.nullable(P_HOLM, DataTypes.DoubleType));
    return new StructType(fields.toArray(StructField[]::new));
  }

  /**
   * Makes the table.
   *
   * @param measured see {@link MeasuredTrials}
   * @param pairs see {@link PointPairs}
   * @param resamples the number of bootstrap resamples, ≥ 1
   * @param level the confidence level of every interval, between 0 and 1
   */
  public static Dataset<Row> of(
      Dataset<Row> measured, Dataset<Row> pairs, AxisColumns axes, int resamples, double level) {
    StructType schema = schema(axes);
    Dataset<Row> sides =
        pairs.select(
            functions.col("*"),
            functions.explode(functions.expr("array(false, true)")).as("second"));
    Dataset<Row> trials =
        measured.selectExpr(
            "point_id AS of_point",
            "seed",
            "index",
            "verdict",
            "steps",
            MeasuredTrials.FINALS,
            MeasuredTrials.HITS,
            MeasuredTrials.RATES,
            MeasuredTrials.PHASES);
    // Never broadcast, however few the pairs are: that would collect rows on the driver.
    Dataset<Row> joined =
        sides.join(
            trials.hint("merge"), functions.expr("of_point = if(second, b.point_id, a.point_id)"));
    FlatMapGroupsFunction<String, Row, Row> compared =
        (key, rows) -> {
          ComparedPair pair = new ComparedPair();
          rows.forEachRemaining(pair::add);
          return pair.rows(axes, resamples, level).iterator();
        };
    Dataset<Row> rows =
        joined
            .groupBy(PointPairs.KEY)
            .as(Encoders.STRING(), Encoders.row(joined.schema()))
            .flatMapSortedGroups(
                columns("second", "seed", "index"), compared, Encoders.row(schema));
    return corrected(rows, schema);
  }

  /** Corrects the p values of each family: all pairs along an axis, of a subject and statistic. */
  private static Dataset<Row> corrected(Dataset<Row> rows, StructType schema) {
    int p = schema.fieldIndex(P);
    FlatMapGroupsFunction<Row, Row, Row> holm =
        (key, family) -> {
          List<Row> members = new ArrayList<>();
          family.forEachRemaining(members::add);
          double[] adjusted =
              Holm.adjust(members.stream().mapToDouble(row -> Columns.orNan(row, P)).toArray());
          List<Row> corrected = new ArrayList<>();
          for (int i = 0; i < adjusted.length; i++) {
            Object[] values = new Object[schema.length()];
            Arrays.setAll(values, members.get(i)::get);
            values[p + 1] = Columns.orNull(adjusted[i]);
            corrected.add(RowFactory.create(values));
          }
          return corrected.iterator();
        };
    StructType family =
        new StructType(
            new StructField[] {
              Columns.text("along"), Columns.text("subject"), Columns.text("statistic")
            });
    return rows.groupBy(columns("along", "subject", "statistic"))
        .as(Encoders.row(family), Encoders.row(schema))
        .flatMapGroups(holm, Encoders.row(schema));
  }

  private static Column[] columns(String... names) {
    return Arrays.stream(names).map(functions::col).toArray(Column[]::new);
  }
}
