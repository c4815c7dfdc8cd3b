package org.basin.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the shell keeps what was typed. */
public final class HistoryFile {
  private HistoryFile() {}

  /**
   * Returns the file, in the user's folder of state as the XDG Base Directory Specification has it.
   * Empty if it cannot be written there: then the shell remembers what is typed until it ends.
   */
  public static Optional<Path> find(Map<String, String> environment, String home) {
    try {
      String state = environment.getOrDefault("XDG_STATE_HOME", "");
      // The specification says to ignore a relative path.
      Path base =
          !state.isEmpty() && Path.of(state).isAbsolute()
              ? Path.of(state)
              : Path.of(home, ".local", "state");
      Path file = Files.createDirectories(base.resolve("basin")).resolve("sql-history");
      boolean isWritable =
          Files.exists(file)
              ? Files.isRegularFile(file) && Files.isWritable(file)
              : Files.isWritable(file.getParent());
      return isWritable ? Optional.of(file) : Optional.empty();
    } catch (IOException | InvalidPathException | SecurityException e) {
      return Optional.empty();
    }
  }
}
