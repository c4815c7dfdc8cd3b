package org.basin.engine.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.basin.engine.publish.PublishedTables;
import org.basin.engine.work.UnreadableFiles;
import org.basin.tables.HittingTimeTable;
import org.basin.tables.ObservationTable;
import org.basin.tables.SweepTable;
import org.basin.tables.TrialTable;

/**
 * The tables of one side of a comparison.
 *
 * @param label what a person calls the side
 */
public record ComparedTables(SparkSession spark, String label, PublishedTables tables) {

  /** The columns that say how a trial was computed, not what came out. */
  private static final List<String> NOT_COMPARED =
      List.of("trial_id", "index", "seconds", "attempt", "host");

  /** The columns that hold all hitting times and all observations of a trial. */
  static final String HITS = "hitting_times";

  static final String OBSERVATIONS = "observations";

  private static final String[] OUTER_KEY = {"trial_id"};

  private Dataset<Row> table(String name) {
    return tables
        .reader(spark, name)
        .options(UnreadableFiles.CHECKED)
        .parquet(tables.path(name).toString());
  }

  /** The resolved configuration of the last run; empty if there is none. */
  public String configuration() {
    return table(SweepTable.NAME)
        .orderBy("start", "run_id")
        .selectExpr("last(configuration)")
        .takeAsList(1)
        .stream()
        .filter(row -> !row.isNullAt(0))
        .map(row -> row.getString(0))
        .findFirst()
        .orElse("");
  }

  /** Returns the columns that stand beside those of the axes where sweeps are compared. */
  public static List<String> columns() {
    List<String> columns = new ArrayList<>(List.of(HITS, OBSERVATIONS));
    columns.addAll(List.of(PairedPoints.columns().fieldNames()));
    return columns;
  }

  Dataset<Row> trials() {
    return table(TrialTable.NAME);
  }

  /** The columns of the axes. */
  List<String> axes() {
    List<String> names = Arrays.asList(trials().columns());
    return List.copyOf(names.subList(names.indexOf("seed_order") + 1, names.indexOf("verdict")));
  }

  /**
   * The trials with everything that must be identical to the bit if their ids are. Hitting times
   * and observations are one column each.
   */
  Dataset<Row> outcomes() {
    Dataset<Row> hits =
        table(HittingTimeTable.NAME)
            .groupBy("trial_id")
            .agg(
                functions.expr(
                    "string(sort_array(collect_list(struct(name, step, censored, censor_step, low,"
                        + " high)))) AS "
                        + HITS));
    Dataset<Row> observations =
        table(ObservationTable.NAME)
            .groupBy("trial_id")
            .agg(
                functions.expr(
                    "bit_xor(xxhash64(observable, component, step, value)) AS " + OBSERVATIONS));
    // Never broadcast: that would collect rows on the driver.
    return trials()
        .join(hits.hint("merge"), OUTER_KEY, "left_outer")
        .join(observations.hint("merge"), OUTER_KEY, "left_outer");
  }

  /** The columns of {@link #outcomes} that are compared. */
  static List<String> compared(Dataset<Row> outcomes) {
    return Arrays.stream(outcomes.columns()).filter(c -> !NOT_COMPARED.contains(c)).toList();
  }

  /**
   * The measures of every trial, one row each: the steps and the last values of a trial that came
   * to an end of its own, and the hitting times of one that hit.
   *
   * @param axes the axes whose columns are kept
   */
  Dataset<Row> measures(List<String> axes) {
    Dataset<Row> trials = trials();
    List<String> keys = new ArrayList<>(List.of("point_id", "seed"));
    axes.forEach(axis -> keys.add("`" + axis + "`"));
    List<String> values =
        new ArrayList<>(List.of("struct('steps' AS measure, double(steps) AS value)"));
    Arrays.stream(trials.columns())
        .filter(name -> name.startsWith("final_"))
        .forEach(name -> values.add("struct('" + name + "' AS measure, `" + name + "` AS value)"));
    String inline = "inline(array(" + String.join(", ", values) + "))";
    Dataset<Row> finals =
        trials
            .filter("verdict IN ('converged', 'exhausted')")
            .selectExpr(concat(keys, List.of(inline)));
    Dataset<Row> hits =
        table(HittingTimeTable.NAME)
            .filter("NOT censored")
            .select("trial_id", "name", "step")
            .join(trials.select("trial_id", names(keys)).hint("merge"), "trial_id")
            .selectExpr(concat(keys, List.of("name AS measure", "double(step) AS value")));
    return finals.unionByName(hits).filter("value IS NOT NULL AND NOT isnan(value)");
  }

  private static String[] names(List<String> keys) {
    return keys.stream().map(key -> key.replace("`", "")).toArray(String[]::new);
  }

  private static String[] concat(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all.toArray(String[]::new);
  }
}
