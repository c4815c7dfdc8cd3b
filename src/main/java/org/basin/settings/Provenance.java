package org.basin.settings;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The hashes of what the trials of a sweep depend on but their settings only name: the content of
 * the files they read, and the code of components from other jars. They are computed once, when the
 * sweep is planned, and shipped with it. Ids are made from them, and file readers check content
 * against them.
 *
 * @param isPlanned whether the hashes were computed; if not, ids are made from the settings alone
 *     and nothing is checked
 * @param files the SHA-256 of each file's content by its name as the settings have it, 64
 *     hexadecimal digits; empty if there was no such file
 * @param components the identity of each outside component by slot and kind, {@code probe.angle};
 *     see {@link Factory#version}
 */
public record Provenance(
    boolean isPlanned, Map<String, String> files, Map<String, String> components)
    implements Serializable {

  /** The provenance of settings that belong to no planned sweep. */
  public static final Provenance NONE = new Provenance(false, Map.of(), Map.of());

  public Provenance {
    // The copies are sorted and serialisable.
    files = new TreeMap<>(files);
    components = new TreeMap<>(components);
  }

  /** The provenance of a planned sweep. */
  public static Provenance of(Map<String, String> files, Map<String, String> components) {
    return new Provenance(true, files, components);
  }

  /** Whether trials depend on nothing except their settings. */
  public boolean isEmpty() {
    return files.isEmpty() && components.isEmpty();
  }

  /** The hash of a file; empty if there was no such file, or if no hashes were computed. */
  String hash(String file) {
    return files.getOrDefault(file, "");
  }

  /** One line for each file and component, sorted; empty if there are none. */
  public String text() {
    return lines(files.keySet(), components.keySet());
  }

  /**
   * The lines of the files and outside components that one trial uses, which are hashed into its id
   * after its settings; empty if it uses none.
   *
   * @param resolved the trial's settings
   */
  public String text(Schema schema, Settings resolved) {
    if (isEmpty()) {
      return "";
    }
    Walk walk = new Walk(schema);
    walk.section(Schema.ROOT, resolved);
    walk.files.retainAll(files.keySet());
    walk.kinds.retainAll(components.keySet());
    return lines(walk.files, walk.kinds);
  }

  private String lines(Iterable<String> names, Iterable<String> kinds) {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append("file ");
      Canonical.append(text, name);
      String hash = files.get(name);
      text.append('=').append(hash.isEmpty() ? "absent" : hash).append('\n');
    }
    for (String kind : kinds) {
      text.append("component ").append(kind).append('=');
      Canonical.append(text, components.get(kind));
      text.append('\n');
    }
    return text.toString();
  }

  /** One walk over a trial's resolved sections. */
  private static final class Walk {

    private final Schema schema;
    private final TreeSet<String> files = new TreeSet<>();
    private final TreeSet<String> kinds = new TreeSet<>();

    Walk(Schema schema) {
      this.schema = schema;
    }

    void section(String slot, Settings resolved) {
      String name = schema.kindOf(slot, resolved, Settings.EMPTY);
      kinds.add(slot + "." + name);
      for (Key key : schema.kind(slot, name).keys().values()) {
        Object value = resolved.get(key.name());
        switch (key.type()) {
          case FILE, FOLDER -> {
            if (value != null) {
              key.files((String) value).stream()
                  .filter(file -> file.isReadBy(resolved))
                  .forEach(file -> files.add(file.name()));
            }
          }
          case COMPONENT -> {
            Settings inner = resolved.under(key.name());
            if (!inner.asMap().isEmpty()) {
              section(key.slot(), inner);
            }
          }
          case COMPONENTS -> {
            if (value != null) {
              ((List<?>) value).forEach(each -> section(key.slot(), (Settings) each));
            }
          }
          default -> {
            // A value that stands for itself.
          }
        }
      }
    }
  }
}
