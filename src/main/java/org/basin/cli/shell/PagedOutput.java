package org.basin.cli.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prints lines, and hands them to the user's pager once they are more than the terminal shows. The
 * pager gets each line as soon as it is there.
 */
final class PagedOutput implements AutoCloseable {

  /** The user has left the pager, so no further line is needed. */
  static final class Left extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final PrintWriter out;
  private final int height;
  private final Optional<String> pager;
  private final String less;
  private final List<String> held = new ArrayList<>();

  private Process process;
  private BufferedWriter pipe;

  /**
   * Makes an output.
   *
   * @param height the number of lines that are printed without a pager; 0 for any number
   * @param pager the command of the pager; empty for none
   * @param less the options of {@code less} where the environment has none
   */
  PagedOutput(PrintWriter out, int height, Optional<String> pager, String less) {
    this.out = out;
    this.height = height;
    this.pager = height > 0 ? pager : Optional.empty();
    this.less = less;
  }

  /** The user's pager: {@code $PAGER}, else {@code less} or {@code more} if there is one. */
  static Optional<String> pager(Map<String, String> environment) {
    String chosen = environment.get("PAGER");
    if (chosen != null) {
      return chosen.isBlank() ? Optional.empty() : Optional.of(chosen);
    }
    String[] folders = environment.getOrDefault("PATH", "").split(File.pathSeparator, -1);
    return Stream.of("less", "more")
        .filter(
            name ->
                Stream.of(folders)
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(name))))
        .findFirst();
  }

  void print(String line) {
    if (pipe != null) {
      send(line);
    } else if (pager.isEmpty()) {
      out.println(line);
    } else {
      held.add(line);
      if (held.size() > height) {
        start();
      }
    }
  }

  private void start() {
    ProcessBuilder command = new ProcessBuilder("sh", "-c", pager.orElseThrow());
    command.environment().putIfAbsent("LESS", less);
    out.flush();
    try {
      process = command.redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT).start();
      pipe = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
      held.forEach(this::send);
      held.clear();
    } catch (IOException e) {
      throw new ShellException("cannot start the pager " + pager.orElseThrow(), e);
    }
  }

  private void send(String line) {
    try {
      pipe.write(line);
      pipe.newLine();
      pipe.flush();
    } catch (IOException e) {
      throw new Left();
    }
  }

  /** Prints what is still held, and waits until the user leaves the pager. */
  @Override
  public void close() {
    held.forEach(out::println);
    held.clear();
    out.flush();
    if (process == null) {
      return;
    }
    try {
      pipe.close();
    } catch (IOException e) {
      // The user has left.
    }
    boolean isInterrupted = false;
    while (process.isAlive()) {
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        isInterrupted = true; // Ctrl-C: the pager decides what it means.
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
