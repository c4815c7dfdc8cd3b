package org.basin.engine.storage;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.basin.settings.Provenance;

/** Stores and reads what a run's trials depend on besides their settings, in the run's record. */
public final class RecordedProvenance {

  private static final String INPUTS = "inputs";
  private static final String COMPONENTS = "components";
  private static final String NAME = "name";
  private static final String SHA256 = "sha256";
  private static final String IDENTITY = "identity";

  private RecordedProvenance() {}

  /** Adds the columns of {@code sweeps}. */
  public static void put(Provenance provenance, Map<String, Object> values) {
    List<Map<String, String>> inputs = new ArrayList<>();
    provenance
        .files()
        .forEach(
            (name, hash) -> {
              Map<String, String> input = new TreeMap<>(Map.of(NAME, name));
              input.put(SHA256, hash.isEmpty() ? null : hash);
              inputs.add(input);
            });
    List<Map<String, String>> components = new ArrayList<>();
    provenance
        .components()
        .forEach((name, identity) -> components.add(Map.of(NAME, name, IDENTITY, identity)));
    values.put(INPUTS, inputs);
    values.put(COMPONENTS, components);
  }

  /**
   * Reads the provenance back; {@link Provenance#NONE} for a run of a Basin version that did not
   * record it.
   */
  public static Provenance of(Config run) {
    if (!run.hasPath(INPUTS)) {
      return Provenance.NONE;
    }
    Map<String, String> files = new TreeMap<>();
    for (Config input : run.getConfigList(INPUTS)) {
      boolean absent = input.root().get(SHA256).valueType() == ConfigValueType.NULL;
      files.put(input.getString(NAME), absent ? "" : input.getString(SHA256));
    }
    Map<String, String> components = new TreeMap<>();
    run.getConfigList(COMPONENTS)
        .forEach(each -> components.put(each.getString(NAME), each.getString(IDENTITY)));
    return Provenance.of(files, components);
  }

  /**
   * Returns one line for each file and component that has changed since an earlier run.
   *
   * @param before the provenance of the earlier run
   */
  public static List<String> changes(Provenance before, Provenance now) {
    List<String> lines = new ArrayList<>();
    now.files()
        .forEach(
            (name, hash) -> {
              String known = before.files().get(name);
              if (!before.isPlanned()) {
                lines.add("the content of " + name + " was not recorded by the last run");
              } else if (known != null && !known.equals(hash)) {
                lines.add(name + " has changed since the last run");
              }
            });
    now.components()
        .forEach(
            (name, identity) -> {
              String known = before.components().get(name);
              String what = name.replace('.', ' ');
              if (!before.isPlanned()) {
                lines.add("the jar of " + what + " was not recorded by the last run");
              } else if (known != null && !known.equals(identity)) {
                lines.add(what + " is another build or version than in the last run");
              }
            });
    return lines;
  }
}
