package org.basin.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.basin.plan.analysis.Measure;
import org.basin.plan.analysis.Scaling;
import org.basin.stats.regression.ScalingFit;
import org.basin.stats.regression.ScalingSample;
import org.basin.stats.regression.ScalingTerm;
import org.basin.stats.resampling.ResampleStream;

/**
 * The table {@code scaling}: one row for each declared scaling law, combination of the axes by
 * which it is fitted apart, method and term.
 */
public final class ScalingTable {

  public static final String NAME = "scaling";

  private ScalingTable() {}

  /** Returns the columns of the table for a sweep with {@code axes}. */
  public static StructType schema(AxisColumns axes) {
    List<StructField> fields = new ArrayList<>();
    fields.add(Columns.text("name"));
    fields.add(Columns.text("of"));
    fields.add(Columns.texts("along"));
    fields.add(Columns.text("form"));
    fields.addAll(axes.fields());
    fields.add(Columns.text("term"));
    fields.add(Columns.nullable("axis", DataTypes.StringType));
    fields.add(Columns.nullable("axis_low", DataTypes.DoubleType));
    fields.add(Columns.nullable("axis_high", DataTypes.DoubleType));
    fields.add(Columns.flag("headline"));
    for (String real : List.of("value", "low", "high", "level")) {
      fields.add(Columns.nullable(real, DataTypes.DoubleType));
    }
    fields.add(Columns.text("method"));
    fields.add(Columns.nullable("p", DataTypes.DoubleType));
    for (String whole :
        List.of("count", "points", "seeds", "censored", "bracketed", "competing", "missing")) {
      fields.add(Columns.whole(whole));
    }
    return new StructType(fields.toArray(StructField[]::new));
  }

  /**
   * Makes the table from {@link MeasuredTrials}.
   *
   * @param resamples the number of bootstrap resamples
   * @param level the confidence level of every interval, between 0 and 1
   */
  public static Dataset<Row> of(
      Dataset<Row> measured, AxisColumns axes, List<Scaling> laws, int resamples, double level) {
    List<Scaling> declared = new ArrayList<>(laws);
    List<TrialGroups.Entry> entries = new ArrayList<>();
    for (Scaling law : laws) {
      entries.add(
          new TrialGroups.Entry(law.along(), law.by(), law.where(), trial -> reading(trial, law)));
    }
    return TrialGroups.summarise(
        measured,
        axes,
        entries,
        (entry, group) -> rows(declared.get(entry), group, resamples, level),
        schema(axes));
  }

  private static Measurement reading(Row trial, Scaling law) {
    Measurement measured = Measurement.of(trial, law.of());
    if (law.form().isLogarithmicInY() && measured.status().isUsable() && !(measured.low() > 0)) {
      // A step before the first one has no logarithm: of a time it is enough to know that it is
      // no more than 1. Any other number is left out.
      return measured.status() != Measurement.Status.CENSORED && isTime(trial, law.of())
          ? new Measurement(Measurement.Status.BRACKETED, 0, Math.max(1, measured.high()))
          : Measurement.MISSING;
    }
    return measured;
  }

  private static boolean isTime(Row trial, String measure) {
    return measure.equals(Measure.CONVERGED)
        || trial.<Row>getList(trial.fieldIndex(MeasuredTrials.HITS)).stream()
            .anyMatch(hit -> hit.getAs("name").equals(measure));
  }

  private static List<Row> rows(Scaling law, GroupSample group, int resamples, double level) {
    double[][] x = new double[group.low().length][law.along().size()];
    for (int j = 0; j < law.along().size(); j++) {
      double[] along = group.along(j);
      for (int i = 0; i < x.length; i++) {
        x[i][j] = along[i];
      }
    }
    ScalingSample sample = new ScalingSample(x, group.low(), group.high(), group.seeds());
    List<Row> rows = new ArrayList<>();
    for (ScalingTerm term :
        ScalingFit.of(
            sample,
            law.form(),
            level,
            resamples,
            ResampleStream.of(NAME, law.name(), group.axes().toString()))) {
      rows.add(row(law, group, sample, term));
    }
    return rows;
  }

  private static Row row(Scaling law, GroupSample group, ScalingSample sample, ScalingTerm term) {
    List<Object> values = new ArrayList<>();
    values.add(law.name());
    values.add(law.of());
    values.add(law.along().toArray(String[]::new));
    values.add(law.form().text());
    values.addAll(group.axes());
    values.add(term.name());
    values.add(term.axis() < 0 ? null : law.along().get(term.axis()));
    DoubleSummaryStatistics range =
        term.axis() < 0
            ? new DoubleSummaryStatistics()
            : Arrays.stream(group.along(term.axis())).summaryStatistics();
    values.add(range.getCount() == 0 ? null : range.getMin());
    values.add(range.getCount() == 0 ? null : range.getMax());
    values.add(term.headline());
    values.add(Columns.orNull(term.estimate().value()));
    values.add(Columns.orNull(term.estimate().low()));
    values.add(Columns.orNull(term.estimate().high()));
    values.add(Columns.orNull(term.estimate().level()));
    values.add(term.estimate().method());
    values.add(Columns.orNull(term.p()));
    values.add((long) sample.count());
    values.add(sample.points());
    values.add(sample.clusters());
    values.add(group.count(Measurement.Status.CENSORED));
    values.add(group.count(Measurement.Status.BRACKETED));
    values.add(group.count(Measurement.Status.COMPETING));
    values.add(group.count(Measurement.Status.MISSING));
    return RowFactory.create(values.toArray());
  }
}
