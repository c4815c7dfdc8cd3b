package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.basin.testing.ProbeJar;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 2: whatever happens to some trials, every trial ends once, and the other trials are kept. */
class LawTwoIT {

  /** Three trials that are exhausted, and three each that diverge, throw and time out. */
  private static final String SWEEP =
      """
      sweep {
        name = law-two
        seeds { count = 3, vary = [init] }
        trial {
          data { kind = circle-grid, samples = 10, target = "relu(x1)^2" }
          model { kind = squared-relu, width = 3 }
          init { kind = gaussian, std = 0.1 }
          loss { kind = squared, reduction = half-sum }
          optimiser { kind = gradient-descent, step-size = 1e-2 }
          stop { max-steps = 20 }
          observe { at = log, probes = [loss] }
        }
        axes = [ { zip = [
          { path = optimiser.step-size, values = [1e-2, 10, 1e-2, 1e-2] }
          { path = stop.max-steps, values = [20, 20, 20, 1000000000] }
          { path = stop.max-seconds, values = [600, 600, 600, 0.1] }
          { path = observe.probes, values = [
            [loss], [loss], [loss, { kind = test-fault, at = 2, how = HOW, message = broken }], [loss]
          ] }
        ] } ]
      }
      """;

  @TempDir static Path folder;

  @BeforeAll
  static void packProbe() throws IOException {
    ProbeJar.write(folder.resolve("probe.jar"));
  }

  @Test
  void jarThatListsAMissingClass_isOneLine() throws IOException, InterruptedException {
    ProbeJar.writeWithout(folder.resolve("torn.jar"), "com.example.Missing");
    Files.writeString(folder.resolve("any.conf"), SWEEP);
    Launched plan = Launched.basin(folder, "plan", "any.conf", "--jars", "torn.jar");
    assertThat(plan.status()).isEqualTo(2);
    assertThat(plan.err().lines())
        .containsExactly(
            "basin: cannot load an outside component: org.basin.probe.ProbeFactory:"
                + " Provider com.example.Missing not found");
  }

  private static Launched run(String how, String output, String... more)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("law-two.conf"), SWEEP.replace("HOW", how));
    return Launched.basin(
        folder,
        Stream.concat(
                Stream.of("run", "law-two.conf", "--jars", "probe.jar", "--output", output),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static Dataset<Row> trials(String output) {
    return SharedSpark.session()
        .read()
        .parquet(folder.resolve(output).resolve("law-two/trials").toString());
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
}
