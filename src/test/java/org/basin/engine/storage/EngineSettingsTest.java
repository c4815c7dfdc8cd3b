package org.basin.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.api.Test;

class EngineSettingsTest {

  private static EngineSettings with(String setting) {
    Config reference = ConfigFactory.parseResources("reference.conf");
    return EngineSettings.of(ConfigFactory.parseString(setting).withFallback(reference).resolve());
  }

  @Test
  void smallHeap_leavesTrialsTheMinShare() {
    double heap = 300 << 20; // Of which the reserve leaves 44 MiB.
    assertThat(with("").heapForTrials(heap)).isEqualTo(heap / 4);
    assertThat(with("basin.engine.heap-min-share = 0.5").heapForTrials(heap)).isEqualTo(heap / 2);
  }

  @Test
  void largeHeap_leavesTrialsTheirShare() {
    double heap = 10.0 * (1 << 30);
    assertThat(with("").heapForTrials(heap)).isEqualTo(0.8 * heap);
  }

  @Test
  void minShareBeyondTheHeap_isRefused() {
    assertThatThrownBy(() -> with("basin.engine.heap-min-share = 1.5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("basin.engine.heap-min-share is 1.5, must be at least 0 and at most 1");
  }
}
