package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.basin.testing.ProbeJar;
import org.basin.testing.TinySweep;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials that take memory secretly, or that end their process, harm no other trial. */
class HostileTrialsSoak {

  @TempDir static Path folder;

  @BeforeAll
  static void packProbe() throws IOException {
    ProbeJar.write(folder.resolve("probe.jar"));
  }

  /** Of the widths 20, 25 and 30, trials of the second have the fault. */
  private static void write(String name, int seeds, String how) throws IOException {
    String fault = "{ kind = test-fault, at = 1, width = 25, how = " + how + " }";
    Files.writeString(
        folder.resolve(name + ".conf"), TinySweep.of(name, seeds, "values = [20, 25, 30]", fault));
  }

  private static Launched run(String name) throws IOException, InterruptedException {
    return Launched.basin(
        folder,
        "run",
        name + ".conf",
        "--output",
        "out",
        "--master",
        "local[2,4]",
        "--jars",
        "probe.jar");
  }

  @Test
  void trialsThatTakeMemorySecretly_failWithTheReason_andTheOthersTrain()
      throws IOException, InterruptedException {
    write("secret", 4, "hoard");
    Launched run = run("secret");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("trained 12 of 12 trials", "exhausted 8, failed 4");
    assertThat(LawTwoSoak.errors(folder.resolve("out"), "secret"))
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
    write("deadly", 1, "halt");
    for (int death = 1; death <= 3; death++) {
      Launched run = run("deadly");
      assertThat(run.status()).as(run.err()).isEqualTo(137);
      assertThat(run.err().contains("trained first, one at a time")).isEqualTo(death > 1);
    }
    Launched last = run("deadly");
    assertThat(last.status()).as(last.err()).isZero();
    assertThat(last.out()).contains("trained 3 of 3 trials", "exhausted 2, failed 1");
    assertThat(LawTwoSoak.errors(folder.resolve("out"), "deadly"))
        .singleElement()
        .satisfies(
            error ->
                assertThat(error)
                    .startsWith("its process died 3 times while it trained, 2 of them with no"));
    assertThat(folder.resolve("out/deadly/_work/in-flight")).doesNotExist();
  }
}
