package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a person sees on a terminal. It is recorded on a pseudo-terminal by the script that also
 * makes the recordings for the documentation.
 */
class TerminalSoak {

  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final int HANG_GUARD_SECONDS = 240;

  /** It trains for a second or two. */
  private static final String SWEEP =
      """
      sweep {
        name = shown
        seeds { count = 40 }
        trial {
          data { kind = circle-grid, samples = 50, target = "relu(x1)" }
          model { kind = squared-relu, width = 20 }
          init { kind = gaussian, std = 1e-2 }
          loss { kind = squared, reduction = half-sum }
          optimiser { kind = gradient-descent, step-size = 1e-9 }
          stop { max-steps = 50000 }
          observe { at = log, probes = [loss] }
        }
      }
      """;

  @TempDir Path folder;

  @BeforeAll
  static void needsPython() throws InterruptedException {
    boolean isThere;
    try {
      isThere = new ProcessBuilder("python3", "-c", "import pty").start().waitFor() == 0;
    } catch (IOException e) {
      isThere = false;
    }
    assumeTrue(isThere, "SKIPPED: no python3 with the module pty, which makes a pseudo-terminal");
  }

  private Launched record(Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    return recording(environment, words).end();
  }

  /** A recording under way. */
  private record Recording(Process process, Path out, Path err) {

    Launched end() throws IOException, InterruptedException {
      try {
        assertThat(process.waitFor(HANG_GUARD_SECONDS, TimeUnit.SECONDS)).isTrue();
      } finally {
        process.destroyForcibly();
      }
      return new Launched(process.exitValue(), Files.readString(out), Files.readString(err));
    }
  }

  private Recording recording(Map<String, String> environment, String... words) throws IOException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    List<String> command = new ArrayList<>();
    command.addAll(List.of("python3", ROOT.resolve("src/bench/progress/record.py").toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
    builder.environment().putAll(Map.of("SPARK_DRIVER_MEMORY", "1g", "TERM", "xterm"));
    builder.environment().remove("NO_COLOR");
    builder.environment().putAll(environment);
    return new Recording(builder.start(), out, err);
  }

  private static String launcher() {
    return ROOT.resolve("submit/basin").toString();
  }

  /** The widths of terminals. */
  static IntStream widths() {
    return IntStream.of(60, 120);
  }

  @ParameterizedTest
  @MethodSource("widths")
  void progress_isOneLineThatNeverWraps(int columns) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("shown.conf"), SWEEP);
    Launched seen =
        record(
            columns == 60 ? Map.of("NO_COLOR", "1") : Map.of(),
            "--columns",
            Integer.toString(columns),
            launcher(),
            "run",
            "shown.conf");

    // The script's status is 3 if a line wrapped.
    assertThat(seen.status()).as(seen.out() + seen.err()).isZero();
    List<String> bars = seen.out().lines().filter(line -> line.contains(" of 40 trials")).toList();
    assertThat(bars).as(seen.out()).hasSizeGreaterThan(1);
    assertThat(bars).allMatch(line -> line.length() < columns + "        |".length());
    // What was rewritten left nothing behind: one bar stands on the screen at the end.
    List<String> screen = seen.out().lines().dropWhile(line -> !line.startsWith("---")).toList();
    assertThat(screen.stream().filter(line -> line.contains("━"))).hasSize(1);
    assertThat(screen.get(1)).contains("━  40 of 40 trials").doesNotContain("writing", "─");
    assertThat(screen.get(1).contains("exhausted 40")).isEqualTo(columns == 120);
    assertThat(screen.get(screen.size() - 1))
        .isEqualTo("-------- coloured: " + (columns == 60 ? "no" : "yes"));
  }

  @Test
  void watch_redrawsItsBlockUntilTheRunEnds() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("shown.conf"), SWEEP);
    Path log = folder.resolve("log.txt");
    Path raw = Files.createFile(folder.resolve("raw.txt"));
    String endless = "trial.stop.max-steps=1000000000";
    Process run = Launched.start(folder, log, "run", "shown.conf", "--set", endless);
    try {
      while (run.isAlive() && !Files.exists(folder.resolve("output/shown/_work/in-flight"))) {
        Thread.sleep(50);
      }
      Recording watch =
          recording(
              Map.of(),
              "--columns",
              "100",
              "--raw",
              raw.toString(),
              launcher(),
              "status",
              "--watch",
              "0.5",
              "shown");
      while (run.isAlive() && watch.process().isAlive() && blocks(shown(raw)) < 2) {
        Thread.sleep(50);
      }
      run.destroy();
      Launched seen = watch.end();
      assertThat(seen.status()).as(seen.out() + seen.err()).isZero();
      assertThat(blocks(shown(raw))).isGreaterThan(2);
      assertThat(shown(raw)).contains("It is being run by ");
      List<String> screen = seen.out().lines().dropWhile(line -> !line.startsWith("---")).toList();
      assertThat(blocks(String.join("\n", screen))).isEqualTo(1);
      assertThat(screen).anyMatch(line -> line.contains("0 of 40 trials are finished"));
      assertThat(screen).anyMatch(line -> line.contains("It is not running."));
      assertThat(run.waitFor(HANG_GUARD_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(run.exitValue()).as(Files.readString(log)).isEqualTo(143);
    } finally {
      run.destroyForcibly();
    }
  }

  /** What the terminal got so far, whose last letter may be half of one. */
  private static String shown(Path raw) throws IOException {
    return Files.readString(raw, StandardCharsets.ISO_8859_1);
  }

  /** How often the state was written. */
  private static int blocks(String text) {
    return text.split("Sweep shown in", -1).length - 1;
  }
}
