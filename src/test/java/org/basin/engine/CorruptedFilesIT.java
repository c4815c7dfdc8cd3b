package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few of the files that {@link CorruptedFilesSoak} spoils. */
class CorruptedFilesIT {

  private static final long SEED = 2;

  @TempDir Path home;

  @Test
  void spoiltFiles_areNamedAndMadeAnew() throws IOException {
    try (CorruptedFiles files = new CorruptedFiles(SharedSpark.session(), home, SEED)) {
      int slices = files.spoilSlices();
      int tables = files.spoilTables();
      assertThat(slices).isPositive();
      assertThat(tables).isPositive();
    }
  }
}
