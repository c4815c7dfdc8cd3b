package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts Basin from a folder whose name contains special characters of other programs. */
class OddProjectSoak {

  /** Without the archive of Spark's classes, which a first start makes; ArchiveSoak has it. */
  private static final Map<String, String> QUICK = Map.of("BASIN_ARCHIVING", "yes");

  @Test
  void projectInAnOddFolder(@TempDir Path parent) throws Exception {
    Path project =
        Files.createDirectories(parent.resolve(OddFolderIT.utf8("my %41 ü #[x] {a,b}*?'")));
    Path own = Path.of("").toAbsolutePath();
    // A copy of the project with the times of its files, so that nothing has to be built again.
    for (String part : List.of("pom.xml", "src/main", "submit", "target/basin.jar")) {
      copy(own.resolve(part), project.resolve(part));
    }
    for (String part : List.of("target/spark-class-path", "target/sources")) {
      copy(own.resolve(part), project.resolve(part));
    }
    Files.writeString(parent.resolve("sweep.conf"), OddFolderIT.SWEEP);
    Path launcher = project.resolve("submit/basin");
    assertStartsTwiceAtOnce(launcher, parent);
    Launched ended = Launched.of(launcher, parent, QUICK, "run", "sweep.conf", "--output", "out");
    // Deleted here, because JUnit would list each of its links.
    remove(project.resolve("target/spark"));
    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(ended.err().lines()).allMatch(line -> line.startsWith("trained "));
    assertThat(parent.resolve("out/odd/trials")).exists();
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
}
