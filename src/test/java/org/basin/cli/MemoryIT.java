package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.basin.testing.ProbeJar;
import org.basin.testing.SharedSpark;
import org.basin.testing.TinySweep;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials that do not fit into memory, or that end their process, harm no other trial. */
class MemoryIT {

  @TempDir static Path folder;

  @BeforeAll
  static void packProbe() throws IOException {
    ProbeJar.write(folder.resolve("probe.jar"));
  }

  private static void write(String name, int seeds, int large, String how) throws IOException {
    String fault = "{ kind = test-fault, at = 1, width = " + large + ", how = " + how + " }";
    Files.writeString(
        folder.resolve(name + ".conf"),
        TinySweep.of(name, seeds, "values = [20, " + large + ", 30]", how.isEmpty() ? "" : fault));
  }

  private static Launched run(String name, String... more)
      throws IOException, InterruptedException {
    return Launched.basin(
        folder,
        Stream.concat(
                Stream.of("run", name + ".conf", "--output", "out", "--master", "local[2,4]"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static Dataset<Row> trials(String name) {
    return SharedSpark.session()
        .read()
        .parquet(folder.resolve("out").resolve(name).resolve("trials").toString());
  }

  private static List<String> errors(String name) {
    return trials(name).filter("verdict = 'failed'").select("error").collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  @Test
  void trialsTooLargeForTheHeap_failWithTheReason_andTheOthersTrain()
      throws IOException, InterruptedException {
    write("large", 20, 8000, "");
    Launched run = run("large");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("trained 60 of 60 trials", "exhausted 40, failed 20");
    assertThat(errors("large"))
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
    Files.writeString(
        folder.resolve("huge.conf"), TinySweep.of("huge", 2, "values = [8000, 9000]", ""));
    Launched run = run("huge");
    assertThat(run.status()).as(run.err()).isEqualTo(3);
    assertThat(run.err())
        .matches(
            "basin: no trial fits into memory: the smallest needs about 1\\.5 GB, but trials have"
                + " 768 MB of the heap; give more by --driver-memory\n");
    assertThat(folder.resolve("out/huge")).doesNotExist();
  }

  @Test
  void trialsThatTakeMemorySecretly_failWithTheReason_andTheOthersTrain()
      throws IOException, InterruptedException {
    write("secret", 4, 25, "hoard");
    Launched run = run("secret", "--jars", "probe.jar");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("trained 12 of 12 trials", "exhausted 8, failed 4");
    assertThat(errors("secret"))
        .hasSize(4)
        .allSatisfy(
            error ->
                assertThat(error)
                    .startsWith("ran out of memory (Java heap space)")
                    .endsWith("give more by --driver-memory"));
  }

  @Test
  void trialThatEndsTheProcess_failsOnceItHasDoneSoAlone_andTheOthersTrain()
      throws IOException, InterruptedException {
    write("deadly", 1, 25, "halt");
    for (int death = 1; death <= 3; death++) {
      Launched run = run("deadly", "--jars", "probe.jar");
      assertThat(run.status()).as(run.err()).isEqualTo(137);
      assertThat(run.err().contains("trained first, one at a time")).isEqualTo(death > 1);
    }
    Launched last = run("deadly", "--jars", "probe.jar");
    assertThat(last.status()).as(last.err()).isZero();
    assertThat(last.out()).contains("trained 3 of 3 trials", "exhausted 2, failed 1");
    assertThat(errors("deadly"))
        .singleElement()
        .satisfies(
            error ->
                assertThat(error)
                    .startsWith("its process died 3 times while it trained, 2 of them with no"));
    assertThat(folder.resolve("out/deadly/_work/in-flight")).doesNotExist();
  }
}
