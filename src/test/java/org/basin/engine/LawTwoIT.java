package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.config.SweepReader;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.work.HeapTraining;
import org.basin.testing.LawTwoSweep;
import org.basin.testing.SharedSpark;
import org.basin.testing.TinySweep;
import org.basin.train.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 2: whatever happens to some trials, every trial ends once, and the other trials are kept. The
 * trials take too long, leave the numbers, throw, or do not fit into memory.
 */
class LawTwoIT {

  private static final SparkSession SPARK = SharedSpark.session();

  @TempDir Path folder;

  /** One trial in each task, and one task for each core in a slice. */
  private static final String SMALLEST =
      """

      basin.engine {
        task-seconds = 1e-9
        smallest-task-seconds = 1e-9
        tasks-per-core = 1000000000
        tasks-per-slice = 1
      }
      """;

  /** Runs a sweep file in the smallest tasks and slices. */
  private RunSummary run(String sweep, String settings) throws IOException {
    Path file = Files.writeString(folder.resolve("sweep.conf"), sweep);
    EngineSettings cut = Jobs.settings(settings + SMALLEST);
    return new RunJob(SPARK, cut, HeapTraining.of(SPARK, cut), spec -> 1)
        .run(new SweepReader().read(file, List.of()), folder.toString());
  }

  private Dataset<Row> trials(String sweep) {
    return SPARK.read().parquet(folder.resolve(sweep).resolve("trials").toString());
  }

  private List<String> ids() {
    return trials(LawTwoSweep.NAME).select("trial_id").as(Encoders.STRING()).collectAsList();
  }

  private List<String> errors(String sweep) {
    return trials(sweep)
        .filter("verdict = 'failed'")
        .select("error")
        .as(Encoders.STRING())
        .collectAsList();
  }

  @Test
  void badTrials_areVerdicts_andTheRunEndsNormally() throws IOException {
    RunSummary run = run(LawTwoSweep.of("exception"), "");

    assertThat(run.trained()).isEqualTo(12);
    assertThat(run.failures()).isEmpty();
    assertThat(run.verdicts())
        .containsOnlyKeys(Verdict.EXHAUSTED, Verdict.DIVERGED, Verdict.FAILED, Verdict.TIMED_OUT)
        .allSatisfy((verdict, count) -> assertThat(count).isEqualTo(3));
    assertThat(ids()).hasSize(12).doesNotHaveDuplicates();
    assertThat(errors(LawTwoSweep.NAME)).hasSize(3).containsOnly("IllegalStateException: broken");
  }

  /** An interrupt is not the trial's fault. Each of the three may be in a slice with another. */
  @Test
  void failureOfATask_losesOnlyItsSlice() throws IOException {
    RunSummary run = run(LawTwoSweep.of("interrupt"), "");

    assertThat(run.missing()).isBetween(3L, 6L);
    assertThat(run.trained()).isEqualTo(12 - run.missing());
    assertThat(run.failures())
        .isNotEmpty()
        .allSatisfy(
            line -> assertThat(line).contains("CancellationException").doesNotContain("\n"));
    assertThat(run.verdicts()).doesNotContainKey(Verdict.FAILED);
    assertThat(ids()).hasSize((int) run.trained()).doesNotHaveDuplicates();
  }

  @Test
  void trialsTooLargeForTheHeap_failWithTheReason_andTheOthersTrain() throws IOException {
    String little = "basin.engine { heap-share = 0.01, heap-reserve = 0, heap-min-share = 0.01 }";
    RunSummary run = run(TinySweep.of("large", 4, "values = [20, 2000, 30]", ""), little);

    assertThat(run.trained()).isEqualTo(12);
    assertThat(run.failures()).isEmpty();
    assertThat(run.verdicts())
        .containsEntry(Verdict.EXHAUSTED, 8L)
        .containsEntry(Verdict.FAILED, 4L);
    assertThat(errors("large"))
        .hasSize(4)
        .allSatisfy(
            error ->
                assertThat(error)
                    .matches(
                        "needs about \\d+ MB of memory, but trials have \\d+ MB of this process's"
                            + " .* GB heap; give more by --driver-memory"));
  }
}
