package org.basin.cli.help;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.basin.settings.Key;
import org.basin.settings.Schema;
import org.basin.settings.Settings;
import org.basin.train.TrialSchema;

/** Explains the settings of a trial, in the words of the components that declare them. */
public final class KeyDocs {
  private final Map<String, Map<String, List<Key>>> slots = TrialSchema.slots();

  /**
   * Returns the meaning of {@code path}.
   *
   * @param trial a resolved trial; its kinds decide to which component the path belongs
   * @return empty if this trial's components have no such key
   */
  public String of(String path, Settings trial) {
    String slot = Schema.ROOT;
    String kind = "";
    String doc = "";
    int from = 0;
    while (from < path.length()) {
      int dot = path.indexOf('.', from);
      int to = dot < 0 ? path.length() : dot;
      String name = path.substring(from, to);
      if (name.equals("kind")) {
        return "kind of " + slot;
      }
      Optional<Key> key = key(slot, kind, name);
      if (key.isEmpty()) {
        return "";
      }
      doc = key.get().doc();
      slot = key.get().slot();
      kind = trial.get(path.substring(0, to) + ".kind") instanceof String text ? text : "";
      from = to + 1;
    }
    return doc;
  }

  private Optional<Key> key(String slot, String kind, String name) {
    return slots.getOrDefault(slot, Map.of()).getOrDefault(kind, List.of()).stream()
        .filter(key -> key.name().equals(name))
        .findFirst();
  }
}
