package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Does the same as {@link DamagedSlicesIT} with every kind of damage, and loses one note alone. */
class DamagedSlicesSoak extends DamagedSlicesIT {

  @Override
  List<Damage> damages() {
    return List.of(Damage.values());
  }

  @Test
  void finishedSlices_needNoMarkOfSparks() throws IOException {
    try (Stream<Path> slices = Files.list(slice().getParent())) {
      for (Path each : slices.toList()) {
        Files.delete(each.resolve("_SUCCESS"));
      }
    }
    assertThat(run().trained()).isZero();
  }

  @Test
  void finishedSlice_needsNoRecord_andGetsOne() throws IOException {
    Path record = slice().resolve("_committed.json");
    Files.delete(record);
    assertThat(run().trained()).isZero();
    assertThat(record).exists();
  }
}
