package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.basin.settings.Key;
import org.junit.jupiter.api.Test;

class TrialSchemaTest {

  @Test
  void everySlotAKeyNames_isThere() {
    Map<String, Map<String, List<Key>>> slots = TrialSchema.slots();
    List<String> named =
        slots.values().stream()
            .flatMap(kinds -> kinds.values().stream())
            .flatMap(List::stream)
            .map(Key::slot)
            .filter(slot -> !slot.isEmpty())
            .toList();
    assertThat(named).contains("data", "observe-at", "schedule", "activation");
    assertThat(slots).containsKeys(named.toArray(String[]::new));
  }

  @Test
  void plainSections_haveTheSingleNamelessKind() {
    for (String plain : List.of("trial", "stop", "observe")) {
      assertThat(TrialSchema.slots().get(plain)).containsOnlyKeys("");
    }
  }
}
