package org.basin.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.basin.settings.Expression;
import org.basin.settings.FileName;
import org.basin.settings.Key;
import org.basin.settings.Schema;
import org.basin.settings.Settings;

/**
 * What the trials of a space may depend on besides their settings. It is found from the sweep file
 * and not from every point, so it may list more than the trials use, but never less.
 */
final class Sources {

  private final Space space;
  private final Schema schema;
  private final Map<String, FileUse> files = new LinkedHashMap<>();
  private final Set<String> kinds = new TreeSet<>();

  Sources(Space space) {
    this.space = space;
    this.schema = space.schema;
    space.base.asMap().forEach((path, value) -> written(path, List.of(value)));
    for (Axis axis : space.axes) {
      for (int p = 0; p < axis.paths().size(); p++) {
        int column = p;
        written(
            axis.paths().get(p),
            () -> axis.values().stream().map(row -> row.get(column)).iterator());
      }
    }
    space.derived.keySet().forEach(this::derived);
    kind(Schema.ROOT, "");
  }

  /** Every file that some trial may read, in the order found. */
  List<FileUse> files() {
    return List.copyOf(files.values());
  }

  /** Every kind that some trial may have, as {@code slot.kind}. */
  Set<String> kinds() {
    return kinds;
  }

  /**
   * Reads the values at {@code path} in the base trial or on an axis; null where the path is not
   * set.
   */
  private void written(String path, Iterable<?> values) {
    Set<Key> keys = schema.keysAt(path);
    int kind = path.lastIndexOf("." + Schema.KIND);
    Set<Key> sections =
        path.endsWith("." + Schema.KIND) ? schema.keysAt(path.substring(0, kind)) : Set.of();
    for (Object value : values) {
      if (value == null) {
        continue;
      }
      keys.forEach(key -> value(key, path, value, true));
      sections.stream()
          .filter(key -> key.type() == Key.Type.COMPONENT)
          .forEach(key -> kind(key.slot(), value));
    }
  }

  /**
   * A derived value is one of the texts in its expression, or of the settings that the expression
   * reads.
   */
  private void derived(String path) {
    List<Key> keys =
        schema.keysAt(path).stream()
            .filter(key -> key.type() == Key.Type.FILE || key.type() == Key.Type.FOLDER)
            .toList();
    if (!keys.isEmpty()) {
      for (String text : texts(path, new TreeSet<>())) {
        keys.forEach(key -> value(key, path, text, false));
      }
    }
  }

  private Set<String> texts(String path, Set<String> seen) {
    Set<String> texts = new TreeSet<>();
    if (!seen.add(path)) {
      return texts;
    }
    List<Object> values = new ArrayList<>();
    values.add(space.base.get(path));
    for (Axis axis : space.axes) {
      int column = axis.paths().indexOf(path);
      if (column >= 0) {
        axis.values().forEach(row -> values.add(row.get(column)));
      }
    }
    values.stream().filter(String.class::isInstance).forEach(text -> texts.add((String) text));
    Expression expression = space.derived.get(path);
    if (expression != null) {
      texts.addAll(expression.texts());
      for (String variable : expression.variables()) {
        texts.addAll(texts(space.pathOf(variable), seen));
      }
    }
    return texts;
  }

  private void value(Key key, String path, Object value, boolean required) {
    switch (key.type()) {
      case FILE, FOLDER -> {
        if (value instanceof String text) {
          for (FileName file : key.files(text)) {
            boolean must = required && key.type() == Key.Type.FILE;
            files.merge(
                file.name(),
                new FileUse(path, file, must),
                (known, other) -> known.isRequired() ? known : other);
          }
        }
      }
      case COMPONENTS -> {
        if (value instanceof List<?> list) {
          for (int i = 0; i < list.size(); i++) {
            component(key, path + "[" + i + "]", list.get(i), required);
          }
        }
      }
      default -> {
        // Any other value names neither a file nor a kind.
      }
    }
  }

  private void component(Key key, String path, Object value, boolean required) {
    if (value instanceof Settings settings) {
      section(key.slot(), path, settings, required);
    } else {
      kind(key.slot(), value);
    }
  }

  private void section(String slot, String path, Settings settings, boolean required) {
    String name = schema.kindOf(slot, settings, Settings.EMPTY);
    if (schema.kind(slot, name) == null) {
      return;
    }
    kind(slot, name);
    for (Key key : schema.kind(slot, name).keys().values()) {
      String at = path + "." + key.name();
      if (key.type() == Key.Type.COMPONENT) {
        section(key.slot(), at, Schema.inner(settings, key.name()), required);
      } else {
        value(key, at, settings.get(key.name()), required);
      }
    }
  }

  /** Adds a kind and all kinds that its defaults lead to. */
  private void kind(String slot, Object name) {
    Schema.Kind kind = name instanceof String text ? schema.kind(slot, text) : null;
    if (kind == null || !kinds.add(slot + "." + name)) {
      return;
    }
    for (Key key : kind.keys().values()) {
      String at = slot + "." + name + "." + key.name();
      if (key.type() != Key.Type.COMPONENT) {
        value(key, at, kind.defaults().get(key.name()), false);
      } else if (schema.isPlain(key.slot())) {
        kind(key.slot(), "");
      } else {
        section(key.slot(), at, Schema.inner(kind.defaults(), key.name()), false);
      }
    }
  }
}
