package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.progress.ProgressView;
import org.basin.engine.storage.EngineException;
import org.basin.engine.work.Training;
import org.basin.plan.Sweep;
import org.basin.testing.Bits;
import org.basin.testing.DecayTrials;
import org.basin.testing.SharedSpark;
import org.basin.train.Outcome;
import org.basin.train.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials that are trained again because of how they ended. */
class RetryIT {

  private static final SparkSession SPARK = SharedSpark.session();
  private static final Sweep SWEEP = DecayTrials.sweep("again", 10, List.of(0.1, 0.2));
  private static final JobRequest PLAIN = JobRequest.NONE;

  private final List<String> said = new ArrayList<>();

  @TempDir Path output;

  /** Trains as {@link DecayTrials} does, except that trials of some seeds end in other ways. */
  private static Training ending(Map<Long, Verdict> bySeed) {
    return (specs, times, lanes) -> {
      Iterator<Outcome> all = DecayTrials.train(specs, times, lanes);
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return all.hasNext();
        }

        @Override
        public Outcome next() {
          Outcome outcome = all.next();
          Verdict verdict = bySeed.get(outcome.spec().seed());
          return verdict == null
              ? outcome
              : new Outcome(outcome.spec(), verdict, 0, "unlucky", List.of(), List.of(), 0);
        }
      };
    };
  }

  private RunSummary run(Training training, JobRequest request) {
    return new RunJob(SPARK, Jobs.manySlices(), training, spec -> 0.01)
        .run(SWEEP, output.toString(), request, ProgressView.NONE);
  }

  private RunSummary retry(Training training, Verdict... verdicts) {
    JobRequest request = new JobRequest("", "", List.of(), false, said::add);
    return run(training, request.retrying(Set.of(verdicts)));
  }

  private Dataset<Row> trials() {
    return SPARK.read().parquet(output.resolve("again/trials").toString());
  }

  private List<String> bits(String table) {
    return Bits.rows(
        SPARK
            .read()
            .parquet(output.resolve("again").resolve(table).toString())
            .drop("seconds", "attempt", "host"));
  }

  @Test
  void retriedTrials_areReplacedOnce_andTheOthersKept() {
    Training healthy = ending(Map.of());
    run(ending(Map.of(2L, Verdict.FAILED, 3L, Verdict.TIMED_OUT, 4L, Verdict.DIVERGED)), PLAIN);
    List<Row> kept = trials().filter("seed NOT IN (2, 3)").orderBy("trial_id").collectAsList();

    RunSummary without = run(healthy, PLAIN);
    assertThat(without.trained()).as("without the option").isZero();

    RunSummary summary = retry(healthy, Verdict.FAILED, Verdict.TIMED_OUT);

    assertThat(summary.trained()).isEqualTo(8);
    assertThat(summary.before()).isEqualTo(32);
    assertThat(summary.planned()).isEqualTo(40);
    assertThat(summary.verdicts())
        .containsEntry(Verdict.CONVERGED, 36L)
        .containsEntry(Verdict.DIVERGED, 4L);
    assertThat(said).contains("8 finished trials are failed or timed_out; they are trained again");
    assertThat(trials().count()).isEqualTo(40);
    assertThat(trials().select("trial_id").distinct().count()).isEqualTo(40);
    assertThat(trials().filter("attempt = 1").select("seed").distinct().collectAsList())
        .extracting(row -> row.getLong(0))
        .containsExactlyInAnyOrder(2L, 3L);
    assertThat(trials().filter("seed NOT IN (2, 3)").orderBy("trial_id").collectAsList())
        .isEqualTo(kept);
    assertThat(
            SPARK
                .read()
                .parquet(output.resolve("again/sweeps").toString())
                .filter("retried = array('failed', 'timed_out')")
                .count())
        .isEqualTo(1);

    said.clear();
    assertThat(retry(healthy, Verdict.FAILED).trained()).isZero();
    assertThat(said).contains("no finished trial is failed, so none is trained again");

    assertThat(retry(healthy, Verdict.DIVERGED).trained()).isEqualTo(4);
    List<String> mended = bits("trials");
    List<String> observations = bits("observations");
    Sweep undisturbed = SWEEP;
    Jobs.run(SPARK, undisturbed, output.resolve("whole").toString());
    assertThat(mended).isEqualTo(wholeBits("trials"));
    assertThat(observations).isEqualTo(wholeBits("observations"));
  }

  private List<String> wholeBits(String table) {
    return Bits.rows(
        SPARK
            .read()
            .parquet(output.resolve("whole/again").resolve(table).toString())
            .drop("seconds", "attempt", "host"));
  }

  @Test
  void retryThatFailsAgain_countsAttempts_andStopsHalfway() {
    run(ending(Map.of(2L, Verdict.FAILED, 7L, Verdict.FAILED)), PLAIN);
    assertThat(retry(ending(Map.of(2L, Verdict.FAILED)), Verdict.FAILED).verdicts())
        .containsEntry(Verdict.FAILED, 4L);
    assertThat(trials().filter("seed = 2").select("attempt").distinct().first().getInt(0))
        .isEqualTo(1);

    // A retry whose slices fail keeps what there was.
    Training broken =
        (specs, times, lanes) -> {
          throw new UnsatisfiedLinkError("no library");
        };
    RunSummary halted = retry(broken, Verdict.FAILED);
    assertThat(halted.failures()).isNotEmpty();
    assertThat(halted.verdicts()).containsEntry(Verdict.FAILED, 4L);
    assertThat(trials().count()).isEqualTo(40);

    assertThat(retry(ending(Map.of()), Verdict.FAILED).trained()).isEqualTo(4);
    assertThat(trials().filter("verdict = 'converged'").count()).isEqualTo(40);
    assertThat(trials().filter("seed = 2").select("attempt").distinct().first().getInt(0))
        .isEqualTo(2);
    assertThat(trials().filter("seed = 7").select("attempt").distinct().first().getInt(0))
        .isEqualTo(1);
  }

  @Test
  void trialsOfAnotherSemanticsVersion_areNotMixed() throws IOException {
    Training training = ending(Map.of());
    run(training, PLAIN);
    try (Stream<Path> runs = Files.list(output.resolve("again/_work/runs"))) {
      for (Path record : runs.filter(file -> file.toString().endsWith(".json")).toList()) {
        String text = Files.readString(record);
        Files.writeString(record, text.replaceAll("(\"semantics_version\"):\\d+", "$1:1"));
      }
    }
    String line =
        "again was trained under version 1 of what trials compute, and this Basin's is 4: it would"
            + " train every trial again";
    assertThatThrownBy(() -> run(training, PLAIN))
        .isInstanceOf(EngineException.class)
        .hasMessage(
            line
                + "; give the sweep another name or --output, or replace its tables with"
                + " --replace");
    assertThatThrownBy(
            () -> new AggregateJob(SPARK, Jobs.settings()).aggregate(SWEEP, output.toString()))
        .hasMessageStartingWith(line);
    assertThat(new StatusJob(SPARK, Jobs.settings()).status(SWEEP, output.toString()).problems())
        .contains(line);
    assertThat(run(training, PLAIN.replacing()).missing()).isZero();
  }
}
