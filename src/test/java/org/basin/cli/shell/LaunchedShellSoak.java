package org.basin.cli.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.Jobs;
import org.basin.testing.DecayTrials;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code submit/basin sql} as a process of its own: at a terminal, and with a file as its input.
 * {@link TerminalShellIT} and {@link ScriptedShellIT} have the same within one process.
 */
class LaunchedShellSoak {

  private static final SparkSession SPARK = SharedSpark.session();
  private static final Path LAUNCHER = Path.of("submit/basin").toAbsolutePath();

  @TempDir static Path output;
  @TempDir Path folder;

  @BeforeAll
  static void run() {
    Jobs.run(SPARK, DecayTrials.sweep("decays", 30, List.of(0.5, -1.0)), output.toString());
  }

  private ProcessBuilder process(String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
    builder.environment().put("SPARK_DRIVER_MEMORY", "1g");
    builder.environment().put("XDG_STATE_HOME", folder.toString());
    builder.environment().put("TERM", "xterm");
    return builder;
  }

  @Test
  void person_asksAtATerminal() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "SKIPPED: no script(1)");
    assumeFalse(
        isInterruptIgnored(), "SKIPPED: SIGINT is ignored here and below, as under nohup … &");
    ProcessBuilder builder =
        process(
            "script",
            "-qec",
            "stty cols 60 rows 20; exec " + LAUNCHER + " sql --output " + output,
            "/dev/null");
    // It shows where it begins and ends, and ends when its input does.
    builder.environment().put("PAGER", "sh -c 'echo PAGER BEGINS; cat; echo PAGER ENDS'");
    Process process = builder.redirectErrorStream(true).start();
    try (Typist person = new Typist(process.getOutputStream(), process.getInputStream())) {
      assertThat(person.await("decays> ")).doesNotContain("WARNING", "warn");
      person.type("SELECT count(*) AS n FROM tri\t;\r");
      assertThat(person.await("(1 row)")).contains("120");
      person.type("SELECT seed, verdict FROM trials;\r");
      assertThat(person.await("PAGER ENDS")).contains("PAGER BEGINS", "(120 rows)");
      person.type("SELECT sum(id % 7) FROM range(999999999999);\r");
      Thread.sleep(3000); // Until it computes; where it does not yet, its analysis is cancelled.
      person.type("\u0003");
      assertThat(person.await("cancelled")).doesNotContain("warn");
      person.type("\\d trials\r");
      assertThat(person.await("why it failed").lines()).allMatch(line -> line.length() <= 60);
      person.await("decays> ");
      person.type("\u0004");
      assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    assertThat(Files.readString(folder.resolve("basin/sql-history"))).contains("FROM trials ;");
  }

  /** Whether this process ignores Ctrl-C, and with it all that it starts. */
  private static boolean isInterruptIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  /** They are read to the first wrong one, which ends the script. */
  @Test
  void statements_areReadFromTheInput() throws IOException, InterruptedException {
    Path input = Files.writeString(folder.resolve("input.sql"), ScriptedShellIT.STATEMENTS);
    Path told = folder.resolve("told");
    Process process =
        process(LAUNCHER.toString(), "sql", "--output", output.toString(), "--format", "csv")
            .redirectInput(input.toFile())
            .redirectError(told.toFile())
            .start();
    String seen = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(Files.readString(told)).isEqualTo(2);
    assertThat(seen).isEqualTo(ScriptedShellIT.PRINTED);
    assertThat(told).content().hasLineCount(1).startsWith("basin: " + ScriptedShellIT.TOLD);
  }
}
