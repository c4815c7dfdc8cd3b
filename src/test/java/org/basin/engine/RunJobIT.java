package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.progress.ProgressView;
import org.basin.engine.storage.EngineSettings;
import org.basin.plan.HittingTime;
import org.basin.plan.Sweep;
import org.basin.testing.DecayTrials;
import org.basin.testing.SharedSpark;
import org.basin.train.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunJobIT {

  private final SparkSession spark = SharedSpark.session();

  @TempDir Path output;

  private RunSummary run(Sweep sweep) {
    return Jobs.run(spark, sweep, output.toString());
  }

  private Dataset<Row> table(Sweep sweep, String name) {
    return spark.read().parquet(output.resolve(sweep.name()).resolve(name).toString());
  }

  private long count(Sweep sweep, String name, String condition) {
    return table(sweep, name).filter(condition).count();
  }

  @Test
  void run_publishesEveryTrialOnce_withItsVerdict() {
    Sweep sweep = DecayTrials.sweep("verdicts", 5, List.of(0.1, 0.0, -1.0, -2.0, -3.0));

    RunSummary summary = run(sweep);

    assertThat(summary.planned()).isEqualTo(50);
    assertThat(summary.trained()).isEqualTo(50);
    assertThat(summary.before()).isZero();
    assertThat(summary.missing()).isZero();
    assertThat(summary.failures()).isEmpty();
    assertThat(summary.pointCount()).isEqualTo(10);
    for (Verdict verdict : Verdict.values()) {
      assertThat(summary.verdicts()).containsEntry(verdict, 10L);
    }
    Dataset<Row> trials = table(sweep, "trials");
    assertThat(trials.count()).isEqualTo(50);
    assertThat(trials.select("trial_id").distinct().count()).isEqualTo(50);
    assertThat(trials.columns())
        .contains("decay_rate", "decay_name_of_it", "final_loss", "seed_init");
    assertThat(count(sweep, "trials", "verdict = 'failed' AND error = 'boom'")).isEqualTo(10);
    assertThat(count(sweep, "trials", "verdict = 'diverged' AND isnan(final_loss)")).isEqualTo(10);
    assertThat(count(sweep, "sweeps", "trained = 50 AND end >= start AND size(machines) = 1"))
        .isEqualTo(1);
  }

  @Test
  void observations_areFlatAndInOrder() {
    Sweep sweep = DecayTrials.sweep("order", 3, List.of(0.1, 0.2));
    run(sweep);

    assertThat(table(sweep, "observations").count()).isEqualTo(12 * (41 + 41 + 2));
    List<Row> rows =
        table(sweep, "observations")
            .join(table(sweep, "trials").select("trial_id", "index"), "trial_id")
            .select("index", "observable", "component", "step")
            .collectAsList();
    List<Row> sorted =
        table(sweep, "observations")
            .join(table(sweep, "trials").select("trial_id", "index"), "trial_id")
            .select("index", "observable", "component", "step")
            .orderBy("index", "observable", "component", "step")
            .collectAsList();
    assertThat(rows).isEqualTo(sorted);
  }

  @Test
  void appendedSeeds_aloneAreTrained() {
    run(DecayTrials.sweep("append", 3, List.of(0.1, 0.2)));

    RunSummary more = run(DecayTrials.sweep("append", 5, List.of(0.3, 0.1, 0.2)));

    assertThat(more.before()).isEqualTo(12);
    assertThat(more.trained()).isEqualTo(30 - 12);
    assertThat(more.verdicts()).isEqualTo(Map.of(Verdict.CONVERGED, 30L));
    assertThat(more.missing()).isZero();
    RunSummary again = run(DecayTrials.sweep("append", 5, List.of(0.3, 0.1, 0.2)));
    assertThat(again.trained()).isZero();
    assertThat(again.before()).isEqualTo(30);
  }

  @Test
  void trialsOutsideThePlan_stayCommittedButUnpublished() {
    run(DecayTrials.sweep("shrink", 4, List.of(0.1, 0.2)));

    RunSummary less =
        Jobs.job(spark, Jobs.settings())
            .run(
                DecayTrials.sweep("shrink", 2, List.of(0.2)),
                output.toString(),
                JobRequest.NONE.replacing(),
                ProgressView.NONE);

    assertThat(less.planned()).isEqualTo(4);
    assertThat(less.trained()).isZero();
    assertThat(run(DecayTrials.sweep("shrink", 4, List.of(0.1, 0.2))).trained()).isZero();
  }

  @Test
  void unfinishedSlices_areTrainedAgain() throws IOException {
    Sweep sweep = DecayTrials.sweep("killed", 20, List.of(0.1, 0.2));
    EngineSettings small = Jobs.manySlices();
    Jobs.job(spark, small).run(sweep, output.toString());
    List<Row> undisturbed = results(sweep);
    Path slice = slices(sweep).get(1);
    long lost = spark.read().parquet(slice.toString()).count();
    // A killed run leaves this state.
    Files.delete(slice.resolve("_SUCCESS"));
    Files.delete(slice.resolve("_committed.json"));
    Files.createDirectory(slice.resolve("_temporary"));

    RunSummary resumed = run(sweep);

    assertThat(lost).isPositive().isLessThan(80);
    assertThat(resumed.trained()).isEqualTo(lost);
    assertThat(resumed.before()).isEqualTo(80 - lost);
    assertThat(results(sweep)).isEqualTo(undisturbed);
  }

  private List<Row> results(Sweep sweep) {
    return table(sweep, "trials").drop("seconds", "attempt", "host").collectAsList();
  }

  private List<Path> slices(Sweep sweep) throws IOException {
    Path outcomes = output.resolve(sweep.name()).resolve("_work/outcomes");
    try (Stream<Path> slices = Files.list(outcomes)) {
      return slices.sorted().toList();
    }
  }

  @Test
  void trialCommittedTwice_isPublishedOnce() throws IOException {
    Sweep sweep = DecayTrials.sweep("twice", 2, List.of(0.1, 0.2));
    run(sweep);
    Path slice = slices(sweep).get(0);
    Path copy = Files.createDirectory(slice.resolveSibling("slice=99999999-copy"));
    try (Stream<Path> files = Files.list(slice)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName().toString()));
      }
    }

    RunSummary summary = run(sweep);

    assertThat(summary.trained()).isZero();
    assertThat(summary.before()).isEqualTo(8);
    assertThat(table(sweep, "trials").count()).isEqualTo(8);
    assertThat(table(sweep, "observations").count()).isEqualTo(8 * 84);
  }

  @Test
  void hittingTime_declaredLater_isBracketedByObservations() {
    HittingTime late = new HittingTime("tenth", "loss", 0.1, true, true, false);
    List<Double> rates = List.of(0.1, 0.0);
    Sweep before = DecayTrials.sweep("late", 3, rates);
    run(before);

    Sweep after = DecayTrials.sweep("late", 3, rates, List.of(DecayTrials.HALF, late));
    RunSummary summary = new AggregateJob(spark, Jobs.settings()).aggregate(after, output + "");

    assertThat(summary.trained()).isZero();
    assertThat(count(after, "hitting_times", "name = 'half' AND watched AND step = 7 AND low = 7"))
        .isEqualTo(6);
    // exp(-0.1 n) < 0.1 holds first at n = 24. Every step was observed, so the bracket is exact.
    assertThat(count(after, "hitting_times", "name = 'tenth' AND NOT watched AND step = 24"))
        .isEqualTo(6);
    assertThat(count(after, "hitting_times", "name = 'tenth' AND censored AND censor_step = 40"))
        .isEqualTo(6);
  }

  @Test
  void points_describeFinalValuesAndHittingTimes() {
    Sweep sweep = DecayTrials.sweep("points", 4, List.of(0.1, -1.0));
    RunSummary summary = run(sweep);

    Row median =
        table(sweep, "points")
            .filter("decay_rate = 0.1 AND decay_name_of_it = 'b'")
            .filter("subject = 'loss' AND statistic = 'median'")
            .first();
    assertThat(median.<Double>getAs("value")).isEqualTo(2.5 * Math.exp(-4));
    assertThat(median.<Long>getAs("count")).isEqualTo(4);
    assertThat(
            count(
                sweep,
                "points",
                "decay_rate = -1 AND subject = 'loss' AND statistic = 'mean'"
                    + " AND value IS NULL AND count = 0"))
        .isEqualTo(2);
    assertThat(count(sweep, "points", "statistic = 'km_median' AND subject = 'half' AND value = 7"))
        .isEqualTo(2);
    assertThat(summary.points()).hasSize(4);
    assertThat(summary.points().get(0).axes()).containsEntry("decay_rate", 0.1);
  }

  @Test
  void tables_areFewFiles() throws IOException {
    Sweep sweep = DecayTrials.sweep("files", 100, List.of(0.1, 0.2, 0.3));
    run(sweep);

    for (String table : List.of("sweeps", "trials", "observations", "hitting_times", "points")) {
      try (Stream<Path> files = Files.list(output.resolve("files").resolve(table))) {
        assertThat(files.filter(file -> file.toString().endsWith(".parquet"))).hasSize(1);
      }
    }
  }
}
