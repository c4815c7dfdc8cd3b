package org.basin.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.basin.plan.HittingTime;
import org.basin.plan.analysis.Analyses;
import org.basin.plan.analysis.PhaseSearch;
import org.basin.plan.analysis.Rate;
import org.basin.train.Series;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The finished trials with everything that is measured of each, one row a trial: its columns of the
 * plan, its verdict, the last value of each scalar observable, its hitting times, and the laws and
 * the phases of its curves. What is computed over many trials starts from here and never looks at a
 * curve again. It is never published.
 */
public final class MeasuredTrials {

  static final String FINALS = "finals";
  static final String HITS = "hits";
  static final String RATES = "rates";
  static final String PHASES = "phases";

  private static final StructType FINAL =
      new StructType(new StructField[] {Columns.text("name"), Columns.real("value")});

  private MeasuredTrials() {}

  /** Returns the columns for a sweep with {@code axes}. */
  static StructType schema(AxisColumns axes) {
    List<StructField> fields = new ArrayList<>(List.of(PlannedTable.schema(axes).fields()));
    fields.add(Columns.text("verdict"));
    fields.add(Columns.whole("steps"));
    fields.add(Columns.nullable(FINALS, new ArrayType(FINAL, false)));
    fields.add(Columns.nullable(HITS, new ArrayType(HittingTimeTable.HIT, false)));
    fields.add(Columns.nullable(RATES, new ArrayType(RateTable.RATE, false)));
    fields.add(Columns.nullable(PHASES, new ArrayType(PhaseTable.SEARCH, false)));
    return new StructType(fields.toArray(StructField[]::new));
  }

  /**
   * Measures planned trials that were joined with their outcomes. The order of the trials is kept.
   *
   * @param times the hitting times that the sweep declares, in that order
   * @param analyses what else it asks of its trials
   * @param level the confidence level of every interval, between 0 and 1
   */
  public static Dataset<Row> of(
      Dataset<Row> finished,
      AxisColumns axes,
      List<HittingTime> times,
      Analyses analyses,
      double level) {
    List<HittingTime> declared = new ArrayList<>(times);
    List<Rate> rates = analyses.rates();
    List<PhaseSearch> searches = analyses.phases();
    StructType schema = schema(axes);
    int finals = schema.fieldIndex(FINALS);
    MapFunction<Row, Row> measured =
        trial -> {
          Object[] values = new Object[schema.length()];
          for (int i = 0; i <= finals; i++) {
            values[i] = trial.get(i);
          }
          List<Series> curves = OutcomeTable.series(trial);
          values[finals + 1] = list(HittingTimeTable.hits(trial, declared));
          values[finals + 2] = list(RateTable.rates(curves, rates, level));
          values[finals + 3] = list(PhaseTable.phases(curves, searches));
          return RowFactory.create(values);
        };
    List<String> columns = new ArrayList<>();
    for (StructField field : PlannedTable.schema(axes).fields()) {
      columns.add("`" + field.name() + "`");
    }
    columns.add("verdict");
    columns.add("steps");
    columns.add(
        "transform(filter(series, s -> s.component IS NULL AND size(s.value) > 0),"
            + " s -> named_struct('name', s.observable, 'value', element_at(s.value, -1))) AS "
            + FINALS);
    columns.add(HITS);
    Set<String> watched = new TreeSet<>();
    times.forEach(time -> watched.addAll(time.observables()));
    rates.forEach(rate -> watched.add(rate.observable()));
    searches.forEach(search -> watched.add(search.observable()));
    columns.add(curves(watched) + " AS series");
    return finished.selectExpr(columns.toArray(String[]::new)).map(measured, Encoders.row(schema));
  }

  /** Spark's encoder of rows takes no Java list for an array. */
  static scala.collection.Seq<Row> list(List<Row> rows) {
    return CollectionConverters.asScala(rows);
  }

  /** An expression for the series of scalar observables with one of {@code names}. */
  static String curves(Collection<String> names) {
    String list =
        new TreeSet<>(names)
            .stream()
                .map(name -> "'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'")
                .collect(Collectors.joining(", "));
    return "filter(series, s -> s.component IS NULL"
        + (list.isEmpty() ? " AND false)" : " AND s.observable IN (" + list + "))");
  }
}
