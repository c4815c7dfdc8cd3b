package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.basin.config.SweepReader;
import org.basin.data.DataKinds;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.work.Training;
import org.basin.nn.loss.Losses;
import org.basin.nn.model.Models;
import org.basin.nn.optimiser.Optimisers;
import org.basin.plan.HittingTime;
import org.basin.plan.Sweep;
import org.basin.plan.TrialSpec;
import org.basin.settings.Catalogue;
import org.basin.testing.LawOneSweep;
import org.basin.testing.OwnKinds;
import org.basin.testing.SharedSpark;
import org.basin.testing.TableBits;
import org.basin.train.Outcome;
import org.basin.train.Trainer;
import org.basin.train.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Law 1 on Spark: a sweep has the same tables however it is cut into tasks and batches. */
class LawOneIT {

  /** A quarter of what the sweep has; {@link LawOneSoak} takes all. */
  private static final int FEWER_SEEDS = 2;

  static final List<Integer> WRITTEN = List.of(0, 1, 2, 3);

  /** The columns that may differ between runs. */
  static final Set<String> FREE = Set.of("seconds", "attempt", "host");

  /**
   * The columns that differ when the axes have another order, because an index is another trial
   * then.
   */
  private static final Set<String> FREE_WHEN_REORDERED =
      Set.of("seconds", "attempt", "host", "index");

  private static final SparkSession SPARK = SharedSpark.session();

  /** Holds the sweep file, and the file without which a task fails. All runs share it. */
  @TempDir static Path folder;

  @TempDir Path output;

  private static Path lone;
  static int seeds;
  static int trials;

  /** The reference: one task, every trial trained alone. */
  @BeforeAll
  static void trainEveryTrialAlone(TestInfo test) throws IOException {
    seeds = test.getTestClass().orElseThrow() == LawOneIT.class ? FEWER_SEEDS : LawOneSweep.SEEDS;
    Files.createFile(LawOneSweep.marker(folder));
    lone = Files.createDirectory(folder.resolve("lone"));
    trials = LawOneSweep.trials(read(written(WRITTEN), 1)).size();
    RunSummary summary = run(read(written(WRITTEN), 1), lone, 1, Trainer::train);
    assertThat(summary.trained()).isEqualTo(trials);
    assertThat(summary.verdicts())
        .containsOnlyKeys(Verdict.EXHAUSTED, Verdict.DIVERGED)
        .allSatisfy((verdict, trials) -> assertThat(trials).isGreaterThan(25 * seeds / 2));
    assertThat(bits(lone, "observations", Set.of()).lines())
        .anyMatch(line -> line.contains("value=NaN"));
  }

  @Test
  void sweep_hasEveryKind() {
    List<TrialSpec> specs = LawOneSweep.trials(read(written(WRITTEN), 1));
    for (Catalogue<?> catalogue :
        List.of(DataKinds.CATALOGUE, Models.CATALOGUE, Losses.CATALOGUE, Optimisers.CATALOGUE)) {
      Set<String> kinds =
          specs.stream()
              .map(spec -> spec.section(catalogue.slot()).kind())
              .collect(Collectors.toSet());
      OwnKinds.assertHaveExamples(catalogue, kinds, "SETUPS of LawOneSweep");
    }
    assertThat(specs).extracting(spec -> spec.text("precision")).contains("double", "float");
  }

  @Test
  void tables_dependNeitherOnTheOrderOfAxes_norOnWhichTrialsShareABatch() {
    List<Integer> order = List.of(2, 3, 1, 0);
    run(read(written(order), 8), output, 3, LawOneIT::shuffled);

    assertSameAsLone(
        "with the axes in the order " + order + " and the trials of each task shuffled",
        FREE_WHEN_REORDERED);
  }

  /** The number of lanes of the task that fails once. */
  int lanesOfTheRetry() {
    return 64;
  }

  @Test
  void taskThatFailedOnce_leavesTheSameAndNothingTwice() throws IOException {
    Files.delete(LawOneSweep.marker(folder));

    RunSummary summary = run(read(written(WRITTEN), lanesOfTheRetry()), output, 3, Trainer::train);

    assertCutInto(3);

    assertThat(LawOneSweep.marker(folder)).exists();
    assertThat(summary.trained()).isEqualTo(trials);
    assertThat(summary.failures()).isEmpty();
    assertThat(bits(output, "trials", Set.of()).lines())
        .anyMatch(line -> line.contains("attempt=1"));
    assertSameAsLone("after a task was retried", FREE);
  }

  static Sweep read(Path file, int lanes) {
    return new SweepReader().read(file, List.of("seeds.count=" + seeds, "engine.lanes=" + lanes));
  }

  static Path written(List<Integer> order) {
    return LawOneSweep.write(folder, order, "interrupt");
  }

  /** Trains in {@code tasks} or more tasks of equally many trials. */
  static RunSummary run(Sweep sweep, Path output, int tasks, Training training) {
    int each = (trials + tasks - 1) / tasks;
    // Every trial is predicted to cost a second.
    Config cut =
        ConfigFactory.parseMap(
            Map.of(
                "basin.engine.task-seconds", each,
                "basin.engine.smallest-task-seconds", each,
                "basin.engine.cost-samples", sweep.grid().orElseThrow().size()));
    EngineSettings settings = EngineSettings.of(cut.withFallback(ConfigFactory.load()));
    return new RunJob(SPARK, settings, training, spec -> 1).run(sweep, output.toString());
  }

  private static Iterator<Outcome> shuffled(
      Iterator<TrialSpec> specs, List<HittingTime> times, int lanes) {
    List<TrialSpec> all = new ArrayList<>();
    specs.forEachRemaining(all::add);
    Collections.shuffle(all, new Random(1));
    return Trainer.train(all.iterator(), times, lanes);
  }

  /**
   * Each task that has trained trials has written a file of its own. Trials that cannot be built
   * cost next to nothing, so ranges of them become tasks of their own.
   */
  private void assertCutInto(int tasks) throws IOException {
    try (Stream<Path> files =
        Files.walk(output.resolve(LawOneSweep.NAME).resolve("_work/outcomes"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".parquet")).count())
          .isGreaterThanOrEqualTo(tasks);
    }
  }

  /** Trains with other numbers of lanes and of tasks, and compares the tables. */
  void assertSameInCut(int lanes, int tasks) throws IOException {
    run(read(written(WRITTEN), lanes), output, tasks, Trainer::train);
    assertCutInto(tasks);
    assertSameAsLone("with " + lanes + " lanes in " + tasks + " tasks", FREE);
  }

  void assertSameAsLone(String how, Set<String> free) {
    bits(output, "trials", free).isSameAs(bits(lone, "trials", free), how);
    bits(output, "observations", free).isSameAs(bits(lone, "observations", free), how);
  }

  private static TableBits bits(Path output, String table, Set<String> free) {
    return TableBits.read(SPARK, output, LawOneSweep.NAME, table, free);
  }
}
