package org.basin.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.basin.settings.Key;
import org.basin.settings.Problem;
import org.basin.settings.Schema;
import org.basin.settings.Settings;
import org.basin.train.TrialSchema;
import org.junit.jupiter.api.Test;

/** Compares {@code reference.conf} with the declared keys. */
class DefaultsTest {

  private static final Settings DEFAULTS = Defaults.load();

  private static Map<String, Map<String, List<Key>>> slots() {
    Map<String, Map<String, List<Key>>> slots = new TreeMap<>(TrialSchema.slots());
    slots.putAll(SweepSchema.slots());
    return slots;
  }

  @Test
  void everyDefault_isOfADeclaredKey() {
    Map<String, Map<String, List<Key>>> slots = slots();
    // The settings of cost and engine belong to no sweep.
    assertThat(DEFAULTS.asMap().keySet())
        .filteredOn(path -> !path.startsWith("cost.") && !SweepSchema.isEngineSetting(path))
        .allSatisfy(
            path -> {
              String[] parts = path.split("\\.", -1);
              Map<String, List<Key>> kinds = slots.get(parts[0]);
              assertThat(kinds).as("slot of " + path).isNotNull();
              List<Key> keys = kinds.containsKey("") ? kinds.get("") : kinds.get(parts[1]);
              assertThat(keys).as("kind of " + path).isNotNull();
              String name = kinds.containsKey("") ? parts[1] : parts[2];
              assertThat(keys).extracting(Key::name).contains(name);
            });
  }

  @Test
  void everyDefault_isLegal() {
    List<Problem> problems = new ArrayList<>();
    new Schema(TrialSchema.slots(), DEFAULTS).checkDefaults(problems::add);
    SweepSchema.of(TrialSchema.slots(), DEFAULTS).checkDefaults(problems::add);
    assertThat(problems).isEmpty();
  }

  @Test
  void optionalKeys_haveNoDefault() {
    // Otherwise the key could never be absent, although its text says what absent means.
    List<String> both = new ArrayList<>();
    slots()
        .forEach(
            (slot, kinds) ->
                kinds.forEach(
                    (kind, keys) ->
                        keys.stream()
                            .filter(Key::isOptional)
                            .map(
                                key ->
                                    slot + (kind.isEmpty() ? "." : "." + kind + ".") + key.name())
                            .filter(DEFAULTS::has)
                            .forEach(both::add)));
    assertThat(both).isEmpty();
  }

  @Test
  void sectionsAroundTheTrial_areCompleteByDefault() {
    List<Problem> problems = new ArrayList<>();
    SweepSchema.of(TrialSchema.slots(), DEFAULTS).resolve(Settings.EMPTY, problems::add);
    assertThat(problems).isEmpty();
  }
}
