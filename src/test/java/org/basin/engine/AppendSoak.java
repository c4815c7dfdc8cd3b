package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At least a hundred appends to sweeps that grow in different orders. */
class AppendSoak {

  private static final int APPENDS = 100;

  @Test
  void appendsInRandomOrder_leaveTheTablesOfOneRun(@TempDir Path folder) throws IOException {
    int appends = 0;
    for (long order = 0; appends < APPENDS; order++) {
      Path own = Files.createDirectory(folder.resolve("order-" + order));
      appends += new GrowingSweep(SharedSpark.session(), own, order).grow(Integer.MAX_VALUE);
    }
    assertThat(appends).isGreaterThanOrEqualTo(APPENDS);
  }
}
