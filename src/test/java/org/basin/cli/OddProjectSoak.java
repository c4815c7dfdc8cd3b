package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Basin in, and started from, folders whose names contain special characters of other programs.
 * {@link LauncherIT} works in one, too.
 */
class OddProjectSoak {

  private static final String SWEEP =
      """
      sweep {
        name = odd
        seeds { count = 2 }
        trial {
          data      { kind = circle-grid, samples = 8, target = "relu(x1)" }
          model     { kind = squared-relu, width = 3 }
          init      { kind = gaussian, std = 1e-2 }
          loss      { kind = squared, reduction = half-sum }
          optimiser { kind = gradient-descent, step-size = 5e-3 }
          stop      { max-steps = 20 }
          observe   { at = log, probes = [loss] }
        }
        axes = [ { path = init.std, values = [1e-2, 1e-3] } ]
        claims = [ { name = few, says = "Few steps.", sql = "SELECT max(steps) <= 20 AS holds FROM trials"
                     control { "trial.stop.max-steps" = 30 } } ]
      }
      """;

  /** Without the archive of Spark's classes, which a first start makes; ArchiveSoak has it. */
  private static final Map<String, String> QUICK = Map.of("BASIN_ARCHIVING", "yes");

  @Test
  void projectInAnOddFolder(@TempDir Path parent) throws Exception {
    Path project = Files.createDirectories(parent.resolve(OddNames.utf8("my %41 ü #[x] {a,b}*?'")));
    Path own = Path.of("").toAbsolutePath();
    // A copy of the project with the times of its files, so that nothing has to be built again.
    for (String part : List.of("pom.xml", "src/main", "submit", "target/basin.jar")) {
      copy(own.resolve(part), project.resolve(part));
    }
    for (String part : List.of("target/spark-class-path", "target/sources")) {
      copy(own.resolve(part), project.resolve(part));
    }
    Files.writeString(parent.resolve("sweep.conf"), SWEEP);
    Path launcher = project.resolve("submit/basin");
    assertStartsTwiceAtOnce(launcher, parent);
    Launched ended = Launched.of(launcher, parent, QUICK, "run", "sweep.conf", "--output", "out");
    // Deleted here, because JUnit would list each of its links.
    remove(project.resolve("target/spark"));
    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(ended.err().lines()).allMatch(line -> line.startsWith("trained "));
    assertThat(parent.resolve("out/odd/trials")).exists();
  }

  @Test
  void everyVerb_inAnOddFolder(@TempDir Path parent) throws IOException, InterruptedException {
    Path folder = Files.createDirectory(parent.resolve(OddNames.folder()));
    Path file = Files.writeString(folder.resolve(OddNames.utf8("a:b#[x] ü %41.conf")), SWEEP);
    String name = file.getFileName().toString();
    String output = OddNames.output();
    assertThat(in(file, "plan", name)).contains("Run it with: ");
    assertThat(in(file, "run", name))
        .contains("trained 4 of 4", "Tables: " + Path.of(output, "odd"));
    assertThat(in(file, "run", name, "--set", "seeds.count=3"))
        .contains("trained 2 of 6", "4 were finished before");
    assertThat(in(file, "aggregate")).contains("of 6 trials");
    assertThat(in(file, "status"))
        .contains("Sweep odd in " + Path.of(output, "odd"), "6 of 6 trials are finished");
    assertThat(in(file, "sql", "SELECT count(*) AS n FROM trials")).contains("6");
    assertThat(in(file, "verify")).contains("few");
    assertThat(in(file, "verify", "--controls", name)).contains("few");
    assertLeft(file, output);
  }

  /**
   * Calls a verb in the folder of a sweep file, with the odd output, and returns what it prints.
   */
  private static String in(Path file, String... args) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(args));
    words.addAll(List.of("--output", OddNames.output()));
    Launched ended = Launched.basin(file.getParent(), words.toArray(String[]::new));
    assertThat(ended.status()).as(ended.err()).isZero();
    return ended.out();
  }

  @Test
  void sweepNamedBySignsOfPaths_isRefused(@TempDir Path folder) throws Exception {
    Launched ended = Launched.basin(folder, "status", "--sweep", "../../x");
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err())
        .hasLineCount(1)
        .startsWith("basin: sweep ../../x: a sweep's name is at most");
  }

  @Test
  void outputThatCannotBe_isToldBeforeTheTraining(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("sweep.conf"), SWEEP);
    String output = "s3a://bucket/x";
    Launched ended = Launched.basin(folder, "run", "sweep.conf", "--output", output);
    assertThat(ended.status()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err()).startsWith("basin: output " + output + ": no such file system");
    assertThat(ended.err().lines()).hasSize(1);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("sweep.conf"));
    }
  }

  /** Both starts find that Spark's jars are not linked yet. */
  private static void assertStartsTwiceAtOnce(Path launcher, Path folder)
      throws InterruptedException, ExecutionException {
    Callable<Launched> start = () -> Launched.of(launcher, folder, QUICK, "--version");
    ExecutorService callers = Executors.newFixedThreadPool(2);
    try {
      for (Future<Launched> each : callers.invokeAll(List.of(start, start))) {
        assertThat(each.get().status()).as(each.get().err()).isZero();
        assertThat(each.get().out()).startsWith("basin ");
      }
    } finally {
      callers.shutdownNow();
    }
  }

  private static void copy(Path from, Path to) throws IOException, InterruptedException {
    if (Files.exists(from)) {
      Files.createDirectories(to.getParent());
      call("cp", "-a", from.toString(), to.toString());
    }
  }

  private static void remove(Path folder) throws IOException, InterruptedException {
    call("rm", "-rf", folder.toString());
  }

  private static void call(String... command) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  /** Only the file and the output are left. */
  private static void assertLeft(Path file, String output) throws IOException {
    Path folder = file.getParent();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(file, folder.resolve(output));
    }
    try (Stream<Path> left = Files.list(folder.getParent())) {
      assertThat(left).containsExactly(folder);
    }
  }
}
