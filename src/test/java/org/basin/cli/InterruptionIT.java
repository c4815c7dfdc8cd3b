package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is told to stop while it trains. */
class InterruptionIT {

  /** A number of steps that takes far longer than the test waits. */
  private static final String SWEEP =
      """
      sweep {
        name = endless
        seeds { count = 6 }
        trial {
          data { kind = circle-grid, samples = 50, target = "relu(x1)" }
          model { kind = squared-relu, width = 20 }
          init { kind = gaussian, std = 1e-2 }
          loss { kind = squared, reduction = half-sum }
          optimiser { kind = gradient-descent, step-size = 1e-9 }
          stop { max-steps = 1000000000 }
          observe { at = log, probes = [loss] }
        }
      }
      """;

  private static final int HANG_GUARD_SECONDS = 240;

  @Test
  void stoppedRun_saysThatItStoppedAndNothingElse(@TempDir Path folder)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("endless.conf"), SWEEP);
    Path log = folder.resolve("log.txt");
    Process run = Launched.start(folder, log, "run", "endless.conf", "--output", "out");
    try {
      while (run.isAlive() && !trains(folder.resolve("out/endless/_work/in-flight"))) {
        Thread.sleep(50);
      }
      run.destroy();
      assertThat(run.waitFor(HANG_GUARD_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      run.destroyForcibly();
    }
    assertThat(Files.readString(log).strip())
        .isEqualTo(
            "basin: stopped. The trials of endless that are committed are kept; the same command"
                + " trains the others.");
    assertThat(run.exitValue()).isEqualTo(143);
  }

  /** Whether a task has recorded what it trains. */
  private static boolean trains(Path inFlight) throws IOException {
    if (!Files.exists(inFlight)) {
      return false;
    }
    try (Stream<Path> files = Files.list(inFlight)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("task-"));
    }
  }
}
