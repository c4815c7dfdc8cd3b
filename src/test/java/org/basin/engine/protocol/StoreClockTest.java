package org.basin.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.basin.engine.lease.Lease;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Part;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sign of life is recent by the clock of the store, which this machine's need not agree with. */
class StoreClockTest {

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void divisionIsHeld_untilItsHolderIsSilent(StoreKind kind) {
    Store store = ModelFolder.empty();
    SweepFolder folder = ModelFolder.of(store, kind, null);
    EngineSettings settings = ModelFolder.settings(kind);
    try (Lease held =
        Lease.takePart(folder, settings, 1, new Part(1, 2), ModelFolder.identity(0))) {
      assertThat(held.number()).isEqualTo(1);
      assertThat(Lease.isDivisionHeld(folder, settings, 1)).isTrue();
      store.sleep(ModelFolder.LONG_MILLIS);
      assertThat(Lease.isDivisionHeld(folder, settings, 1)).isFalse();
    }
  }
}
