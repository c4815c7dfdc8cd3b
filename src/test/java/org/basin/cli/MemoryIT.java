package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.basin.SharedSpark;
import org.basin.engine.DeadlyProbe;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials that do not fit into memory, or end the process that trains them, harm no other. */
class MemoryIT {

  private static final String SWEEP =
      """
      sweep {
        name = NAME
        seeds.count = SEEDS
        axes = [ { path = model.width, values = [20, LARGE, 30] } ]
        trial {
          data { kind = gaussian, dimension = 10, samples = 100, target = "x1*x2" }
          model { kind = three-layer }
          init { kind = fan-in }
          loss { kind = squared }
          optimiser { kind = gradient-descent, step-size = 1e-4 }
          stop { max-steps = 20 }
          observe { at = log, probes = [loss PROBE] }
        }
      }
      """;

  @TempDir static Path folder;

  @BeforeAll
  static void packProbe() throws IOException {
    try (JarOutputStream jar =
        new JarOutputStream(Files.newOutputStream(folder.resolve("probe.jar")))) {
      for (String suffix : List.of("", "$1")) {
        String name = DeadlyProbe.class.getName().replace('.', '/') + suffix + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (InputStream in = DeadlyProbe.class.getClassLoader().getResourceAsStream(name)) {
          in.transferTo(jar);
        }
      }
      jar.putNextEntry(new JarEntry("META-INF/services/org.basin.probe.ProbeFactory"));
      jar.write(DeadlyProbe.class.getName().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void write(String name, int seeds, int large, String how) throws IOException {
    String probe = ", { kind = test-deadly, width = " + large + ", how = " + how + " }";
    Files.writeString(
        folder.resolve(name + ".conf"),
        SWEEP
            .replace("NAME", name)
            .replace("SEEDS", "" + seeds)
            .replace("LARGE", "" + large)
            .replace("PROBE", how.isEmpty() ? "" : probe));
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
