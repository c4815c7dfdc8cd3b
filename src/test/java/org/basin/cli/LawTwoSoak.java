package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.basin.testing.LawTwoSweep;
import org.basin.testing.ProbeJar;
import org.basin.testing.SharedSpark;
import org.basin.testing.TinySweep;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does the same as {@link org.basin.engine.LawTwoIT} through the launcher, within a heap of 1 GB.
 */
class LawTwoSoak {

  @TempDir static Path folder;

  @BeforeAll
  static void packProbe() throws IOException {
    ProbeJar.write(folder.resolve("probe.jar"));
  }

  private static Launched run(String how, String output, String... more)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("law-two.conf"), LawTwoSweep.of(how));
    return Launched.basin(
        folder,
        Stream.concat(
                Stream.of("run", "law-two.conf", "--jars", "probe.jar", "--output", output),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static Dataset<Row> trials(Path output, String sweep) {
    return SharedSpark.session().read().parquet(output.resolve(sweep).resolve("trials").toString());
  }

  private static Dataset<Row> trials(String output) {
    return trials(folder.resolve(output), LawTwoSweep.NAME);
  }

  @Test
  void badTrials_areVerdicts_andTheRunEndsNormally() throws IOException, InterruptedException {
    Launched run = run("exception", "all");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("trained 12 of 12 trials", "exhausted 3, diverged 3, failed 3, timed_out 3");
    assertThat(run.err()).doesNotContain("\tat ");
    assertThat(trials("all").count()).isEqualTo(12);
    assertThat(trials("all").select("trial_id").distinct().count()).isEqualTo(12);
    assertThat(
            trials("all")
                .filter("verdict = 'failed' AND error = 'IllegalStateException: broken'")
                .count())
        .isEqualTo(3);
  }

  @Test
  void failureOfATask_losesItsSlice_andTheStatusSaysSo() throws IOException, InterruptedException {
    // An interrupt is not the trial's fault. Each slice has one trial.
    String tiny =
        "spark.driver.extraJavaOptions=-Dbasin.engine.task-seconds=1e-9"
            + " -Dbasin.engine.smallest-task-seconds=1e-9 -Dbasin.engine.tasks-per-slice=1"
            + " -Dbasin.engine.tasks-per-core=1000000000";
    Launched run = run("interrupt", "part", "--master", "local[1,2]", "--conf", tiny);

    assertThat(run.status()).as(run.err()).isEqualTo(1);
    assertThat(run.out())
        .contains("exhausted 3, diverged 3, timed_out 3")
        .contains("3 trials are not finished; basin run trains them")
        .containsPattern("A part of the work failed: .*CancellationException.*\n");
    assertThat(run.err()).doesNotContain("\tat ");
    assertThat(trials("part").count()).isEqualTo(9);
  }

  private static Launched runWide(String name, int seeds, String widths)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve(name + ".conf"), TinySweep.of(name, seeds, widths, ""));
    return Launched.basin(
        folder, "run", name + ".conf", "--output", "out", "--master", "local[2,4]");
  }

  /** The errors of the failed trials of a sweep, whose tables are in {@code output}. */
  static List<String> errors(Path output, String name) {
    return trials(output, name)
        .filter("verdict = 'failed'")
        .select("error")
        .as(Encoders.STRING())
        .collectAsList();
  }

  @Test
  void trialsTooLargeForTheHeap_failWithTheReason_andTheOthersTrain()
      throws IOException, InterruptedException {
    Launched run = runWide("large", 20, "values = [20, 8000, 30]");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("trained 60 of 60 trials", "exhausted 40, failed 20");
    assertThat(errors(folder.resolve("out"), "large"))
        .hasSize(20)
        .allSatisfy(
            error ->
                assertThat(error)
                    .matches(
                        "needs about 1\\.5 GB of memory, but trials have 768 MB of this process's"
                            + " 1\\.0 GB heap; give more by --driver-memory"));
  }

  @Test
  void heapTooSmallForAnyTrial_isToldBeforeAnythingTrains()
      throws IOException, InterruptedException {
    Launched run = runWide("huge", 2, "values = [8000, 9000]");
    assertThat(run.status()).as(run.err()).isEqualTo(3);
    assertThat(run.err())
        .matches(
            "basin: no trial fits into memory: the smallest needs about 1\\.5 GB, but trials have"
                + " 768 MB of the heap; give more by --driver-memory\n");
    assertThat(folder.resolve("out/huge")).doesNotExist();
  }
}
