package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.basin.testing.SharedSpark;
import org.basin.testing.TableBits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each signal that asks a program to end, sent to a run that trains: the run ends at once with its
 * status and one line, and the next run trains the rest.
 */
class SignalsSoak {

  private static final Set<String> FREE = Set.of("seconds", "attempt", "host");
  private static final int HANG_GUARD_SECONDS = 240;
  private static final int SIGNALLED = 128;

  private static final Map<String, Integer> SIGNALS =
      new TreeMap<>(Map.of("HUP", 1, "INT", 2, "TERM", 15));

  /** Some 60 s of training on one core. */
  private static final String SWEEP =
      """
      sweep {
        name = stopped
        seeds { count = 200 }
        trial {
          data { kind = circle-grid, samples = 50, target = "relu(x1)" }
          model { kind = squared-relu, width = 20 }
          init { kind = gaussian, std = 1e-2 }
          loss { kind = squared, reduction = half-sum }
          optimiser { kind = gradient-descent, step-size = 1e-9 }
          stop { max-steps = 400000 }
          observe { at = log, probes = [loss] }
        }
      }
      """;

  @TempDir static Path folder;

  @Test
  void everySignal_endsTheRunInOrder_andTheRestIsTrained()
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("stopped.conf"), SWEEP);
    assertThat(Launched.basin(folder, "run", "stopped.conf", "--output", "at-once").status())
        .isZero();
    for (Map.Entry<String, Integer> signal : SIGNALS.entrySet()) {
      String output = "out-" + signal.getKey();
      Path log = folder.resolve(output + ".txt");
      Process run = Launched.start(folder, log, "run", "stopped.conf", "--output", output);
      try {
        while (run.isAlive() && slices(output) < 2) {
          Thread.sleep(50);
        }
        send(signal.getKey(), run.pid());
        assertThat(run.waitFor(HANG_GUARD_SECONDS, TimeUnit.SECONDS)).isTrue();
      } finally {
        run.destroyForcibly();
      }
      assertThat(run.exitValue()).as(signal.getKey()).isEqualTo(SIGNALLED + signal.getValue());
      assertThat(Files.readString(log).strip())
          .isEqualTo(
              "basin: stopped. The trials of stopped that are committed are kept; the same command"
                  + " trains the others.");

      Launched rest = Launched.basin(folder, "run", "stopped.conf", "--output", output);
      assertThat(rest.status()).as(rest.err()).isZero();
      assertThat(rest.out()).contains("were finished before");
      assertThat(rest.err()).doesNotContain("trained first, one at a time");
      for (String table : List.of("trials", "observations", "points")) {
        read(output, table).isSameAs(read("at-once", table), "after " + signal.getKey());
      }
    }
  }

  private static TableBits read(String output, String table) {
    return TableBits.read(SharedSpark.session(), folder.resolve(output), "stopped", table, FREE);
  }

  private static void send(String signal, long pid) throws IOException, InterruptedException {
    int status = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
    assertThat(status).isZero();
  }

  private static long slices(String output) throws IOException {
    Path outcomes = folder.resolve(output).resolve("stopped/_work/outcomes");
    if (!Files.isDirectory(outcomes)) {
      return 0;
    }
    try (Stream<Path> slices = Files.list(outcomes)) {
      return slices.filter(slice -> Files.exists(slice.resolve("_committed.json"))).count();
    }
  }
}
