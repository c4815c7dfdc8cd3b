package org.basin.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import java.util.Map;
import java.util.TreeMap;
import org.basin.settings.Provenance;
import org.junit.jupiter.api.Test;

class RecordedProvenanceTest {

  private static final Provenance BEFORE =
      Provenance.of(
          Map.of("a \"b\".csv", "ab", "set/test.bin", "", "w.txt", "cd"),
          Map.of("probe.mine", "version 1", "model.mine", "sha256 12"));

  private static Provenance recorded(Provenance provenance) {
    Map<String, Object> values = new TreeMap<>();
    RecordedProvenance.put(provenance, values);
    String json = ConfigFactory.parseMap(values).root().render(ConfigRenderOptions.concise());
    return RecordedProvenance.of(ConfigFactory.parseString(json));
  }

  @Test
  void record_isReadBackAsItWas() {
    assertThat(recorded(BEFORE)).isEqualTo(BEFORE);
    Provenance empty = Provenance.of(Map.of(), Map.of());
    assertThat(recorded(empty)).isEqualTo(empty);
  }

  @Test
  void recordOfAnEarlierBasin_knowsNothing() {
    assertThat(RecordedProvenance.of(ConfigFactory.parseString("{\"run_id\": \"x\"}")))
        .isEqualTo(Provenance.NONE);
  }

  @Test
  void changes_areOfWhatBothRunsUsed() {
    Provenance now =
        Provenance.of(
            Map.of("a \"b\".csv", "ab", "set/test.bin", "ef", "w.txt", "00", "new.csv", "11"),
            Map.of("probe.mine", "version 2", "model.mine", "sha256 12"));
    assertThat(RecordedProvenance.changes(BEFORE, BEFORE)).isEmpty();
    assertThat(RecordedProvenance.changes(BEFORE, now))
        .containsExactly(
            "set/test.bin has changed since the last run",
            "w.txt has changed since the last run",
            "probe mine is another build or version than in the last run");
    assertThat(
            RecordedProvenance.changes(Provenance.NONE, Provenance.of(Map.of("a", "b"), Map.of())))
        .containsExactly("the content of a was not recorded by the last run");
  }
}
