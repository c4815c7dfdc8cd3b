package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.basin.testing.SharedSpark;
import org.basin.testing.TinySweep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trials that do not fit into memory harm no other trial. {@link HostileTrialsSoak} has those that
 * take it secretly.
 */
class MemoryIT {

  @TempDir static Path folder;

  private static Launched run(String name, int seeds, String widths)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve(name + ".conf"), TinySweep.of(name, seeds, widths, ""));
    return Launched.basin(
        folder, "run", name + ".conf", "--output", "out", "--master", "local[2,4]");
  }

  /** The errors of the failed trials of a sweep, whose tables are in {@code output}. */
  static List<String> errors(Path output, String name) {
    String trials = output.resolve(name).resolve("trials").toString();
    return SharedSpark.session()
        .read()
        .parquet(trials)
        .filter("verdict = 'failed'")
        .select("error")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  @Test
  void trialsTooLargeForTheHeap_failWithTheReason_andTheOthersTrain()
      throws IOException, InterruptedException {
    Launched run = run("large", 20, "values = [20, 8000, 30]");
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
    Launched run = run("huge", 2, "values = [8000, 9000]");
    assertThat(run.status()).as(run.err()).isEqualTo(3);
    assertThat(run.err())
        .matches(
            "basin: no trial fits into memory: the smallest needs about 1\\.5 GB, but trials have"
                + " 768 MB of the heap; give more by --driver-memory\n");
    assertThat(folder.resolve("out/huge")).doesNotExist();
  }
}
