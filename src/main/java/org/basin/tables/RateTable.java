package org.basin.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.basin.plan.analysis.Rate;
import org.basin.stats.Estimate;
import org.basin.stats.curve.LawFit;
import org.basin.stats.curve.RateFit;
import org.basin.stats.curve.RateLaw;
import org.basin.stats.curve.RateSearch;
import org.basin.train.Series;

/**
 * The table {@code rates}: one row for each trial and declared rate, with the law of the trial's
 * curve. A trial that did not observe the observable has no row.
 */
public final class RateTable {

  public static final String NAME = "rates";

  /** The law of one curve of a trial. */
  static final StructType RATE = new StructType(fields().toArray(StructField[]::new));

  public static final StructType SCHEMA =
      new StructType(
          Stream.concat(
                  Stream.of(Columns.text("trial_id"), Columns.text("point_id")),
                  Arrays.stream(RATE.fields()))
              .toArray(StructField[]::new));

  private RateTable() {}

  private static List<StructField> fields() {
    List<StructField> fields = new ArrayList<>();
    fields.add(Columns.text("name"));
    fields.add(Columns.text("observable"));
    fields.add(Columns.nullable("law", DataTypes.StringType));
    fields.add(Columns.nullable("problem", DataTypes.StringType));
    for (String real : List.of("value", "low", "high", "level")) {
      fields.add(Columns.nullable(real, DataTypes.DoubleType));
    }
    fields.add(Columns.nullable("method", DataTypes.StringType));
    fields.add(Columns.whole("count"));
    fields.add(Columns.nullable("from_step", DataTypes.LongType));
    fields.add(Columns.nullable("to_step", DataTypes.LongType));
    for (String real :
        List.of(
            "error",
            "amplitude",
            "rate",
            "offset",
            "residual",
            "explained",
            "autocorrelation",
            "runs",
            "weight")) {
      fields.add(Columns.nullable(real, DataTypes.DoubleType));
    }
    for (RateLaw law : RateLaw.values()) {
      fields.add(Columns.nullable(weight(law), DataTypes.DoubleType));
    }
    return fields;
  }

  private static String weight(RateLaw law) {
    return "weight_" + Columns.name(law.text());
  }

  /** Makes the table from {@link MeasuredTrials}. The order of the trials is kept. */
  public static Dataset<Row> of(Dataset<Row> measured) {
    return measured.selectExpr("trial_id", "point_id", "inline(" + MeasuredTrials.RATES + ")");
  }

  /**
   * Finds the laws of a trial's curves, in the order declared.
   *
   * @param level the confidence level of every interval, between 0 and 1
   */
  static List<Row> rates(List<Series> curves, List<Rate> rates, double level) {
    List<Row> rows = new ArrayList<>();
    for (Rate rate : rates) {
      curves.stream()
          .filter(series -> series.observable().equals(rate.observable()))
          .findFirst()
          .ifPresent(
              series ->
                  rows.add(row(rate, search(rate, level).find(series.steps(), series.values()))));
    }
    return rows;
  }

  private static RateSearch search(Rate rate, double level) {
    return new RateSearch(
        rate.laws(),
        rate.logarithm(),
        rate.fromStep() < 0 ? Double.NaN : rate.fromStep(),
        rate.toStep() < 0 ? Double.NaN : rate.toStep(),
        rate.floor(),
        rate.choice(),
        level);
  }

  private static Row row(Rate rate, RateFit fit) {
    Optional<LawFit> chosen = Optional.ofNullable(fit.chosen());
    Optional<Estimate> parameter = chosen.map(LawFit::parameter);
    List<Object> values = new ArrayList<>();
    values.add(rate.name());
    values.add(rate.observable());
    values.add(chosen.map(law -> law.law().text()).orElse(null));
    values.add(fit.problem() == null ? null : fit.problem().text());
    values.add(finite(parameter.map(Estimate::value)));
    values.add(finite(parameter.map(Estimate::low)));
    values.add(finite(parameter.map(Estimate::high)));
    values.add(finite(parameter.map(Estimate::level)));
    values.add(parameter.map(Estimate::method).orElse(null));
    values.add((long) fit.count());
    values.add(fit.count() == 0 ? null : (Long) fit.fromStep());
    values.add(fit.count() == 0 ? null : (Long) fit.toStep());
    values.add(finite(chosen.map(LawFit::error)));
    values.add(finite(chosen.map(LawFit::amplitude)));
    values.add(finite(chosen.map(LawFit::rate)));
    values.add(finite(chosen.map(LawFit::offset)));
    values.add(finite(chosen.map(LawFit::residual)));
    values.add(finite(chosen.map(LawFit::explained)));
    values.add(finite(chosen.map(LawFit::autocorrelation)));
    values.add(finite(chosen.map(LawFit::runs)));
    values.add(finite(chosen.map(LawFit::weight)));
    for (RateLaw law : RateLaw.values()) {
      values.add(
          finite(
              fit.fits().stream().filter(each -> each.law() == law).map(LawFit::weight).findAny()));
    }
    return RowFactory.create(values.toArray());
  }

  /** An amplitude beyond the range of a double is null, as an undefined number is. */
  private static Double finite(Optional<Double> value) {
    return value.filter(Double::isFinite).orElse(null);
  }
}
