package org.basin.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {

  @TempDir Path folder;

  @Test
  void file_standsInTheFolderOfState() {
    assertThat(HistoryFile.find(Map.of("XDG_STATE_HOME", folder.toString()), "/nowhere"))
        .hasValue(folder.resolve("basin/sql-history"));
    assertThat(HistoryFile.find(Map.of(), folder.toString()))
        .hasValue(folder.resolve(".local/state/basin/sql-history"));
    assertThat(HistoryFile.find(Map.of("XDG_STATE_HOME", "relative"), folder.toString()))
        .hasValue(folder.resolve(".local/state/basin/sql-history"));
  }

  @Test
  void placeThatCannotBeWritten_isNone() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(HistoryFile.find(Map.of("XDG_STATE_HOME", file.toString()), "")).isEmpty();
    Files.createDirectories(folder.resolve("basin/sql-history"));
    assertThat(HistoryFile.find(Map.of("XDG_STATE_HOME", folder.toString()), "")).isEmpty();
    assertThat(HistoryFile.find(Map.of("XDG_STATE_HOME", "/proc/none"), "")).isEmpty();
  }
}
