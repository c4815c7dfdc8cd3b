package org.basin.engine.work;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.basin.engine.storage.SessionDefaults;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Grid;
import org.basin.plan.Sweep;
import org.basin.plan.TrialSpec;
import org.basin.tables.OutcomeTable;
import org.basin.train.Limits;
import org.basin.train.Verdict;

/**
 * Gives planned trials the outcomes of trials that differ from them in their limits alone and that
 * ended before any limit: trained again, they would end in the same way. {@link Limits#keep} is the
 * rule. The outcomes are committed again, under the ids of the planned trials.
 */
public final class ChangedLimits {

  private static final String LIMITLESS_ID = OutcomeTable.LIMITLESS_ID;
  private static final String NOW_STEPS = "now_steps";
  private static final String NOW_SECONDS = "now_seconds";
  private static final String IS_BUDGET_SHARED = "is_budget_shared";
  private static final String SOURCE = "source";

  private static final StructType PLANNED =
      StructType.fromDDL(
          "trial_id STRING, %s STRING, %s BIGINT, %s DOUBLE, %s BOOLEAN"
              .formatted(LIMITLESS_ID, NOW_STEPS, NOW_SECONDS, IS_BUDGET_SHARED));

  private ChangedLimits() {}

  /**
   * Commits the outcomes that planned trials without an outcome take over.
   *
   * @param costs the costs of the trials that may take over outcomes
   * @return how many there are
   * @throws org.basin.engine.lease.LeaseLostException if another process has taken over the sweep
   */
  public static long takeOver(
      SparkSession session, Sweep sweep, CommittedWork committed, CostMap costs, Slices slices) {
    SweepFolder folder = committed.folder();
    SparkSession spark =
        SessionDefaults.forBytes(session, folder.bytes(folder.outcomes()), sweep.plan().size());
    Dataset<Row> outcomes = PlannedOutcomes.outcomes(spark, committed);
    Dataset<Row> heirs = heirs(spark, sweep.grid().orElseThrow(), costs.indices(), outcomes);
    heirs.persist(StorageLevel.DISK_ONLY());
    try {
      long count = heirs.count();
      if (count > 0) {
        slices.take(
            outcomes
                .withColumnRenamed("trial_id", SOURCE)
                .drop("attempt")
                .join(heirs.hint("merge"), new String[] {SOURCE, PlannedOutcomes.SLICE, "retry"})
                .select(columns()));
      }
      return count;
    } finally {
      heirs.unpersist();
    }
  }

  /** The planned trials that take over an outcome, and where it is. */
  private static Dataset<Row> heirs(
      SparkSession spark, Grid grid, IndexRange indices, Dataset<Row> outcomes) {
    Dataset<Row> ended =
        PlannedOutcomes.counting(
            outcomes.select(
                "trial_id",
                "verdict",
                "steps",
                "seconds",
                "attempt",
                "retry",
                PlannedOutcomes.SLICE,
                LIMITLESS_ID,
                OutcomeTable.MAX_STEPS,
                OutcomeTable.MAX_SECONDS));
    return PlannedOutcomes.planned(spark, grid, indices, PLANNED, spec -> row(grid, spec))
        .join(ended.select("trial_id").hint("merge"), new String[] {"trial_id"}, "left_anti")
        .join(ended.withColumnRenamed("trial_id", SOURCE).hint("merge"), LIMITLESS_ID)
        .filter((FilterFunction<Row>) ChangedLimits::isSame)
        // Several sources are equal to the bit, unless one of them failed.
        .withColumn(
            "turn",
            functions
                .row_number()
                .over(
                    Window.partitionBy("trial_id")
                        .orderBy(
                            col("verdict").equalTo(Verdict.FAILED.text()),
                            col(PlannedOutcomes.SLICE),
                            col(SOURCE))))
        .filter("turn = 1")
        .select(
            "trial_id", SOURCE, PlannedOutcomes.SLICE, "retry", "attempt", NOW_STEPS, NOW_SECONDS);
  }

  private static Row row(Grid grid, TrialSpec spec) {
    Optional<Limits> limits = Limits.of(spec);
    return RowFactory.create(
        spec.id(),
        limits.map(known -> grid.idWithout(spec, Limits.PATHS)).orElse(null),
        limits.map(Limits::maxSteps).orElse(null),
        limits.map(Limits::secondsOrNull).orElse(null),
        limits.isPresent() && Limits.isBudgetShared(spec));
  }

  private static boolean isSame(Row row) {
    Double seconds = row.getAs(NOW_SECONDS);
    Limits now =
        new Limits(
            row.<Long>getAs(NOW_STEPS), seconds == null ? Double.POSITIVE_INFINITY : seconds);
    return EndedTrial.of(row).endsUnder(now, row.getAs(IS_BUDGET_SHARED));
  }

  /** The columns of an outcome, for the trial that takes it over. */
  private static Column[] columns() {
    return Arrays.stream(OutcomeTable.SCHEMA.fieldNames())
        .map(
            name ->
                switch (name) {
                  case OutcomeTable.RETRY -> lit(0).as(name);
                  case OutcomeTable.MAX_STEPS -> col(NOW_STEPS).as(name);
                  case OutcomeTable.MAX_SECONDS -> col(NOW_SECONDS).as(name);
                  default -> col(name);
                })
        .toArray(Column[]::new);
  }
}
