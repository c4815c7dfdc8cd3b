package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spoils two hundred files, and writes what was found into {@code target/corrupted}. */
class CorruptedFilesSoak {

  private static final long SEED = 1;
  private static final int EACH = 100;

  @TempDir Path home;

  @Test
  void spoiltSlices_areNamedAndTheirTrialsTrainedAgain() throws IOException {
    try (CorruptedFiles files = new CorruptedFiles(SharedSpark.session(), home, SEED)) {
      int spoilt = 0;
      while (spoilt < EACH) {
        spoilt += files.spoilSlices();
        write("slices.md", files);
      }
      assertThat(spoilt).isGreaterThanOrEqualTo(EACH);
    }
  }

  @Test
  void spoiltTables_areNamedAndMadeAnew() throws IOException {
    try (CorruptedFiles files = new CorruptedFiles(SharedSpark.session(), home, SEED)) {
      int spoilt = 0;
      while (spoilt < EACH) {
        spoilt += files.spoilTables();
        write("tables.md", files);
      }
      assertThat(spoilt).isGreaterThanOrEqualTo(EACH);
    }
  }

  private static void write(String name, CorruptedFiles files) throws IOException {
    Path folder = Files.createDirectories(Path.of("target/corrupted"));
    Files.writeString(folder.resolve(name), files.table());
  }
}
