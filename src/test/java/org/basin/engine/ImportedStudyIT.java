package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.config.ImportReader;
import org.basin.config.SweepReader;
import org.basin.plan.Sweep;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A study that Basin trains, and the same trials as a loop in PyTorch trained them, have the same
 * statistics. The loop's tables were recorded by {@code python3 examples/import/pytorch.py
 * src/test/resources/pytorch/edge-of-stability target/study/start.json} (PyTorch 1.13). This test
 * writes {@code start.json}: the weights and the data to begin with, and the points' ids, of which
 * the streams of the bootstrap are made.
 */
class ImportedStudyIT {

  /** The max relative difference of a statistic. */
  private static final double OF_STATISTICS = 1e-12;

  /** That of a loss: rounding grows until a trial that diverges has done so. */
  private static final double OF_LOSSES = 1e-11;

  /** That of a statistic of losses that subtracts nearly equal ones. */
  private static final double OF_DIFFERENCES = 1e-9;

  private static final SparkSession SPARK = SharedSpark.session();

  private static final Path STUDY = Path.of("conf/studies/edge-of-stability.conf");
  private static final Path DESIGN = Path.of("examples/import/edge-of-stability.conf");
  private static final String RECORDED = "src/test/resources/pytorch/edge-of-stability";
  private static final Path FOUND = Path.of("target/study");
  private static final String FEWER = "statistics.resamples=200";

  private static final List<String> TABLES =
      List.of(
          "trials",
          "hitting_times",
          "points",
          "survival",
          "comparisons",
          "scaling",
          "boundaries",
          "observations",
          "curves");

  /** The loop also records the steps around a hit, so that these tables have more rows. */
  private static final Set<String> WITH_MORE_STEPS = Set.of("observations", "curves");

  private static final Set<String> OF_TRIALS = Set.of("trials", "observations");

  /** The logarithm of a ratio is a difference, too, of which its p value is made. */
  private static final Pattern SUBTRACTED =
      Pattern.compile("statistic=(sd|difference_\\w+|ratio_geometric_mean) ");

  /** What says where and how a trial was computed. */
  private static final Set<String> EXCEPT =
      Set.of(
          "trial_id",
          "seed_data",
          "seed_init",
          "seed_order",
          "seconds",
          "attempt",
          "host",
          "watched");

  @TempDir Path output;

  @Test
  void statistics_ofPytorchsTrials_areBasins() throws IOException {
    List<String> changes = List.of("name=trained", "trial.observe.probes=[loss]", FEWER);
    Sweep sweep = new SweepReader().read(STUDY, "small", changes);
    StudyStart.write(sweep, FOUND.resolve("start.json"));
    new RunJob(SPARK, Jobs.settings()).run(sweep, output.toString());
    ImportReader design = new SweepReader().ofImported(DESIGN, "imported", List.of(FEWER));
    new ImportJob(SPARK, Jobs.settings())
        .run(
            new ImportJob.Import(RECORDED, "imported", design.axes(), design::read),
            output.toString(),
            JobRequest.NONE);

    Map<String, Double> largest = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    for (String table : TABLES) {
      Map<String, Row> trained = rows("trained", table);
      Map<String, Row> imported = rows("imported", table);
      if (WITH_MORE_STEPS.contains(table)) {
        imported.keySet().retainAll(trained.keySet());
      }
      problems.addAll(only(table + " of Basin", trained, imported));
      problems.addAll(only(table + " of PyTorch", imported, trained));
      trained.forEach(
          (key, row) -> {
            if (imported.containsKey(key)) {
              double difference = difference(row, imported.get(key));
              boolean isDifference = key.contains("=loss ") && SUBTRACTED.matcher(key).find();
              largest.merge(isDifference ? table + ", differences" : table, difference, Math::max);
              double tolerance =
                  isDifference
                      ? OF_DIFFERENCES
                      : OF_TRIALS.contains(table) ? OF_LOSSES : OF_STATISTICS;
              if (!(difference <= tolerance)) {
                problems.add(table + " " + difference + ": " + row + " and " + imported.get(key));
              }
            }
          });
    }
    StringBuilder found = new StringBuilder();
    largest.forEach((table, difference) -> found.append(table + " " + difference + "\n"));
    Files.writeString(FOUND.resolve("differences.txt"), found + String.join("\n", problems));
    assertThat(problems).isEmpty();
    assertThat(largest.keySet()).containsAll(TABLES);
  }

  /** Rows by everything in them that is no real number. */
  private Map<String, Row> rows(String sweep, String table) {
    Dataset<Row> rows = read(sweep, table);
    if (List.of(rows.columns()).contains("trial_id") && !table.equals("trials")) {
      rows = rows.join(read(sweep, "trials").select("trial_id", "index"), "trial_id");
    }
    Map<String, Row> keyed = new HashMap<>();
    for (Row row : rows.drop(EXCEPT.toArray(String[]::new)).collectAsList()) {
      StringBuilder key = new StringBuilder();
      for (String name : new TreeSet<>(List.of(row.schema().fieldNames()))) {
        Object cell = row.getAs(name);
        key.append(name).append('=').append(cell instanceof Double ? "real" : cell).append(' ');
      }
      assertThat(keyed.put(key.toString(), row)).as("%s twice", key).isNull();
    }
    return keyed;
  }

  private Dataset<Row> read(String sweep, String table) {
    return SPARK.read().parquet(output.resolve(sweep).resolve(table).toString());
  }

  private static List<String> only(String where, Map<String, Row> here, Map<String, Row> there) {
    return here.keySet().stream()
        .filter(key -> !there.containsKey(key))
        .sorted()
        .limit(3)
        .map(key -> "only in " + where + ": " + key)
        .toList();
  }

  /** The largest relative difference of the real numbers of two rows; infinite if one is null. */
  private static double difference(Row one, Row other) {
    double largest = 0;
    for (String name : one.schema().fieldNames()) {
      if (one.getAs(name) instanceof Double a && other.getAs(name) instanceof Double b) {
        double same = Double.compare(a, b) == 0 ? 0 : Double.POSITIVE_INFINITY;
        double relative = Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
        largest = Math.max(largest, Double.isNaN(relative) ? same : relative);
      }
    }
    return largest;
  }
}
