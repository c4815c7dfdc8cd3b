package org.basin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.basin.plan.Sweep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncludesTest {

  private static final Path TRIAL = Path.of("src/test/resources/config/good/fragments/trial.inc");

  @TempDir Path outside;
  private Path folder;

  @BeforeEach
  void folders() throws IOException {
    folder = Files.createDirectories(outside.resolve("sweeps"));
    Files.copy(TRIAL, outside.resolve("trial.inc"));
    Files.createDirectory(folder.resolve("below"));
    Files.copy(TRIAL, folder.resolve("below/trial.inc"));
  }

  private Sweep read(String include, String... allowed) throws IOException {
    Path file = folder.resolve("a.conf");
    Files.writeString(
        file, "sweep {\n  trial { loss = squared, stop.max-steps = 1 }\n  " + include + "\n}\n");
    return assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> new SweepReader(List.of(allowed), note -> {}).read(file, List.of()));
  }

  private String problem(String include, String... allowed) {
    var e = catchThrowableOfType(ConfigException.class, () -> read(include, allowed));
    assertThat(e).as(include).isNotNull();
    assertThat(e.problems()).hasSize(1);
    return e.problems().get(0).replace(outside.toString(), "OUTSIDE");
  }

  @Test
  void fileBelowTheFolder_isRead() throws IOException {
    assertThat(read("include \"below/trial.inc\"").grid().orElseThrow().size()).isEqualTo(1);
    assertThat(read("include required(file(\"below/trial.inc\"))").grid().orElseThrow().size())
        .isEqualTo(1);
    assertThat(read("include \"below/../below/trial.inc\"").grid().orElseThrow().size())
        .isEqualTo(1);
  }

  @Test
  void fileElsewhere_isReadOnlyIfAllowed() throws IOException {
    assertThat(problem("include \"../trial.inc\""))
        .isEqualTo(
            "OUTSIDE/sweeps/a.conf:3: include \"../trial.inc\" leads to OUTSIDE/trial.inc, must lead"
                + " to a file below OUTSIDE/sweeps/, or be allowed with --allow-include"
                + " OUTSIDE/trial.inc");
    assertThat(read("include \"../trial.inc\"", outside.toString()).grid().orElseThrow().size())
        .isEqualTo(1);
    String file = outside.resolve("trial.inc").toString();
    assertThat(read("include file(\"" + file + "\")", file).grid().orElseThrow().size())
        .isEqualTo(1);
  }

  @Test
  void symbolicLink_countsAsWhatItLeadsTo() throws IOException {
    Files.createSymbolicLink(folder.resolve("link.inc"), outside.resolve("trial.inc"));
    assertThat(problem("include \"link.inc\"")).contains("leads to OUTSIDE/trial.inc");
    Files.createSymbolicLink(folder.resolve("inside.inc"), folder.resolve("below/trial.inc"));
    assertThat(read("include \"inside.inc\"").grid().orElseThrow().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "include \"a.conf\"|include is a circle: OUTSIDE/sweeps/a.conf includes OUTSIDE/sweeps/a.conf",
        "include \"below\"|include OUTSIDE/sweeps/below: is a directory, must be a file",
        "include \"/dev/zero\"|include \"/dev/zero\" leads to /dev/zero, must lead to a file below",
        "include \"x\\u0000y\"|include \"x\\u0000y\" is not a path",
        "include \"none\"|include OUTSIDE/sweeps/none: does not exist",
        "include required(\"none\")|include OUTSIDE/sweeps/none: does not exist",
        "include classpath(\"none.conf\")|include classpath:none.conf: is not on the class path",
        "include classpath(\"../../x\")|include \"../../x\" leads out of the class path",
        "include url(\"file:///etc/passwd\")|include \"file:/etc/passwd\" leads to /etc/passwd",
        "include url(\"jar:file:/x.jar!/y\")|include \"jar:file:/x.jar!/y\" is on a network",
      })
  void otherThings_areToldInOneLine(String include, String problem) {
    assertThat(problem(include)).startsWith("OUTSIDE/sweeps/a.conf:3: " + problem);
  }

  @Test
  void circleOfFiles_isTold() throws IOException {
    Files.writeString(folder.resolve("b.inc"), "include \"c.inc\"");
    Files.writeString(folder.resolve("c.inc"), "# first\ninclude \"b.inc\"");
    assertThat(problem("include \"b.inc\""))
        .startsWith("OUTSIDE/sweeps/c.inc:2: include is a circle");
  }

  @Test
  void includesOfIncludes_areCounted() throws IOException {
    for (int i = 1; i <= 8; i++) {
      String next = "include \"" + (i + 1) + ".inc\"\n";
      Files.writeString(folder.resolve(i + ".inc"), next + next);
    }
    Files.writeString(folder.resolve("9.inc"), "");
    assertThat(problem("include \"1.inc\"")).contains("has more than 100 includes before it");
    for (int i = 1; i <= 12; i++) {
      Files.writeString(folder.resolve(i + ".inc"), "include \"" + (i + 1) + ".inc\"\n");
    }
    assertThat(problem("include \"1.inc\"")).contains("has more than 10 includes around it");
  }

  @Test
  void pipe_isNotWaitedFor() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(problem("include \"pipe\"")).endsWith("is a device or a pipe, must be a file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"include url(\"%s\")", "include \"%s\""})
  void address_isAskedOnlyIfAllowed(String include) throws IOException {
    AtomicInteger asked = new AtomicInteger();
    byte[] text = Files.readAllBytes(TRIAL);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, text.length);
          exchange.getResponseBody().write(text);
          exchange.close();
        });
    server.start();
    try {
      String host = "http://127.0.0.1:" + server.getAddress().getPort();
      String statement = String.format(include, host + "/a/trial.inc");
      assertThat(problem(statement)).contains("is on a network", "--allow-include " + host);
      assertThat(problem(statement, host + "/b")).contains("is on a network");
      assertThat(problem(statement, host.substring(0, host.length() - 1))).contains("is on a");
      assertThat(problem(String.format(include, host + "/b/../a/x"), host + "/b"))
          .contains("is on a network");
      assertThat(asked).hasValue(0);
      assertThat(read(statement, host + "/a/").grid().orElseThrow().size()).isEqualTo(1);
      assertThat(asked).hasValue(1);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void environment_isNotLookedAt() throws IOException {
    assertThat(problem("include \"below/trial.inc\"\n  name = ${PATH}"))
        .endsWith("a.conf:4: ${PATH} refers to nothing; write the whole path from the top");
    assertThat(read("include \"below/trial.inc\"\n  name = ${?PATH}").name()).isEqualTo("a");
  }

  @Test
  void line_isThatOfTheStatement() throws IOException {
    Path bytes = folder.resolve("bytes.inc");
    Files.write(bytes, "\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problem("# a comment\n  include \"bytes.inc\""))
        .isEqualTo("OUTSIDE/sweeps/a.conf:4: include OUTSIDE/sweeps/bytes.inc: is not UTF-8 text");
  }
}
