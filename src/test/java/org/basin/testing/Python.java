package org.basin.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A Python of this machine that has some packages: of {@code target/python}, which {@code .ci/run}
 * makes, or else of the path.
 */
public record Python(String program) {

  private static final List<String> PROGRAMS =
      List.of(
          Path.of("target/python/bin/python3").toAbsolutePath().toString(),
          "python3",
          "/usr/bin/python3");

  /**
   * What a program left.
   *
   * @param said its standard output and error
   */
  public record Result(int status, String said) {}

  /** Returns a Python that can import {@code packages}, if there is one. */
  public static Optional<Python> with(String... packages) throws InterruptedException {
    for (String program : PROGRAMS) {
      Python python = new Python(program);
      if (python.run(Path.of(""), "-c", "import " + String.join(", ", packages)).status() == 0) {
        return Optional.of(python);
      }
    }
    return Optional.empty();
  }

  /** Runs Python in a folder and waits for its end. A traceback counts as a failure. */
  public Result run(Path folder, String... args) throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder().directory(folder.toAbsolutePath().toFile());
    builder.command().add(program);
    builder.command().addAll(List.of(args));
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.environment().put("MPLBACKEND", "agg");
    try {
      Process process = builder.redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      return new Result(said.contains("Traceback") ? 1 : status, said);
    } catch (IOException e) {
      return new Result(-1, e.getMessage()); // There is no such program.
    }
  }
}
