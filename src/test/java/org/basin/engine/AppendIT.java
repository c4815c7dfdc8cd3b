package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few appends; {@link AppendSoak} makes a hundred. */
class AppendIT {

  @Test
  void appends_leaveTheTablesOfOneRun(@TempDir Path folder) {
    assertThat(new GrowingSweep(SharedSpark.session(), folder, 7).grow(2)).isEqualTo(2);
  }
}
