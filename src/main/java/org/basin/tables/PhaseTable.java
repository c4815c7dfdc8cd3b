package org.basin.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.basin.plan.analysis.PhaseSearch;
import org.basin.stats.curve.Phase;
import org.basin.stats.curve.Phases;
import org.basin.train.Series;

/**
 * The table {@code phases}: one row for each trial, declared phase search and phase of the trial's
 * curve. A trial that did not observe the observable has no row.
 */
public final class PhaseTable {

  public static final String NAME = "phases";

  private static final StructType PHASE =
      new StructType(
          new StructField[] {
            Columns.small("phase"),
            Columns.whole("from_step"),
            Columns.whole("to_step"),
            Columns.whole("count"),
            Columns.real("start"),
            Columns.real("end"),
            Columns.nullable("residual", DataTypes.DoubleType),
            Columns.flag("plateau")
          });

  private static final String PHASES = "phases";

  /** The phases and the plateau of one curve of a trial; its length is null unless it escaped. */
  static final StructType SEARCH =
      new StructType(
          new StructField[] {
            Columns.text("name"),
            Columns.text("observable"),
            Columns.nullable("length", DataTypes.DoubleType),
            Columns.nullable("plateau_from", DataTypes.LongType),
            Columns.nullable("plateau_to", DataTypes.LongType),
            Columns.flag("escaped"),
            Columns.nullable(PHASES, new ArrayType(PHASE, false))
          });

  public static final StructType SCHEMA =
      new StructType(
          Stream.concat(
                  Stream.of("trial_id", "point_id", "name", "observable").map(Columns::text),
                  Arrays.stream(PHASE.fields()))
              .toArray(StructField[]::new));

  private PhaseTable() {}

  /** Makes the table from {@link MeasuredTrials}. The order of the trials is kept. */
  public static Dataset<Row> of(Dataset<Row> measured) {
    return measured
        .selectExpr("trial_id", "point_id", "explode(" + MeasuredTrials.PHASES + ") AS search")
        .selectExpr(
            "trial_id", "point_id", "search.name", "search.observable", "inline(search.phases)");
  }

  /** Divides a trial's curves, in the order declared. */
  static List<Row> phases(List<Series> curves, List<PhaseSearch> searches) {
    List<Row> rows = new ArrayList<>();
    for (PhaseSearch search : searches) {
      curves.stream()
          .filter(series -> series.observable().equals(search.observable()))
          .findFirst()
          .ifPresent(series -> rows.add(row(search, series)));
    }
    return rows;
  }

  private static Row row(PhaseSearch search, Series series) {
    Phases found =
        Phases.of(
            series.steps(),
            series.values(),
            new Phases.Options(
                search.logarithmic(),
                search.penalty(),
                search.resolution(),
                search.flatness(),
                search.minLength(),
                search.maxPoints()));
    List<Row> phases = new ArrayList<>();
    for (Phase phase : found.phases()) {
      phases.add(
          RowFactory.create(
              phases.size(),
              phase.fromStep(),
              phase.toStep(),
              (long) phase.count(),
              phase.start(),
              phase.end(),
              Columns.orNull(phase.residual()),
              phase.isPlateau()));
    }
    boolean flat = found.plateauFrom() >= 0;
    return RowFactory.create(
        search.name(),
        search.observable(),
        Columns.orNull(found.length()),
        flat ? (Long) found.plateauFrom() : null,
        flat ? (Long) found.plateauTo() : null,
        found.escaped(),
        MeasuredTrials.list(phases));
  }
}
