package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.basin.cli.text.SparkErrors;
import org.basin.config.ConfigException;
import org.basin.engine.storage.EngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailureReportTest {

  @TempDir Path output;
  private final StringWriter errors = new StringWriter();

  @Command(name = "fail")
  static final class Failing extends Verb {
    private final Callable<Integer> body;

    Failing(Callable<Integer> body) {
      this.body = body;
    }

    @Override
    public Integer call() throws Exception {
      return body.call();
    }
  }

  private int run(Callable<Integer> body) {
    return new CommandLine(new Failing(body))
        .setErr(new PrintWriter(errors))
        .setExecutionExceptionHandler(FailureReport::failed)
        .execute("--output", output.toString());
  }

  @Test
  void configuration_isToldLineByLine() {
    int status =
        run(
            () -> {
              throw new ConfigException(List.of("a.conf:1: first", "a.conf:2: second"));
            });
    assertThat(status).isEqualTo(2);
    assertThat(errors).hasToString("a.conf:1: first\na.conf:2: second\n");
  }

  @Test
  void engineException_isOneLine() {
    int status =
        run(
            () -> {
              throw new EngineException("nothing was run");
            });
    assertThat(status).isEqualTo(2);
    assertThat(errors).hasToString("basin: nothing was run\n");
  }

  @Test
  void unexpectedFailure_isOneLineAndAFile() throws IOException {
    int status =
        run(
            () -> {
              throw new IllegalStateException("broken\nin two lines");
            });
    assertThat(status).isEqualTo(1);
    assertThat(errors.toString())
        .matches("basin: IllegalStateException: broken \\(details in .*\\.log\\)\n");
    Path log = Path.of(errors.toString().replaceFirst("(?s).*details in (.*)\\).*", "$1"));
    assertThat(Files.readString(log)).contains("broken\nin two lines", "\tat ");
    assertThat(log.getParent()).isEqualTo(Path.of(System.getProperty("java.io.tmpdir")));
    Files.delete(log);
    assertThat(output).isEmptyDirectory();
  }

  @Test
  void failureWithARemoteOutput_leavesNoFolderOfItsName() throws IOException {
    new CommandLine(
            new Failing(
                () -> {
                  throw new IllegalStateException("no such store");
                }))
        .setErr(new PrintWriter(errors))
        .setExecutionExceptionHandler(FailureReport::failed)
        .execute("--output", "s3a://nobodys-bucket/x");
    assertThat(Path.of("s3a:")).doesNotExist();
    Files.delete(Path.of(errors.toString().replaceFirst("(?s).*details in (.*)\\).*", "$1")));
  }

  @ParameterizedTest
  @CsvSource({
    "--outpt x, Unknown options: '--outpt'; 'x'",
    "--output, Missing required parameter for option '--output' (DIR)"
  })
  void badOption_isOneLine(String args, String start) {
    int status =
        new CommandLine(new Failing(() -> 0))
            .setErr(new PrintWriter(errors))
            .setParameterExceptionHandler(FailureReport::badOptions)
            .execute(args.split(" ", -1));
    assertThat(status).isEqualTo(2);
    assertThat(errors.toString())
        .startsWith("basin: " + start.replace("; ", ", "))
        .endsWith("--help)\n");
    assertThat(errors.toString().lines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[UNRESOLVED_COLUMN.WITH_SUGGESTION] No column `verdit`. Did you mean [`verdict`]. SQLSTATE: 42703; line 1 pos 7;"
            + "|No column `verdit`. Did you mean [`verdict`]. (line 1, position 7)",
      })
  void sparkMessage_losesItsCodes(String message, String line) {
    assertThat(SparkErrors.line(message)).isEqualTo(line);
  }
}
