package org.basin.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.basin.settings.Problem.Kind;

/** Types the values of a trial's sections, fills in defaults and reports problems, in one pass. */
final class Resolver {

  private final Schema schema;
  private final Consumer<Problem> problems;

  Resolver(Schema schema, Consumer<Problem> problems) {
    this.schema = schema;
    this.problems = problems;
  }

  /**
   * Returns the settings of a section, complete and typed, by relative path; empty after it has
   * reported that the section's kind is wrong.
   *
   * @param slot the section's slot
   * @param path the section's path, for errors; empty for the trial
   * @param raw the settings as written, by relative path
   * @param over the defaults that the enclosing section gives for it, by relative path
   */
  Map<String, Object> section(String slot, String path, Settings raw, Settings over) {
    Map<String, Object> resolved = new TreeMap<>();
    String name = kind(slot, path, raw, over);
    if (name == null) {
      return resolved;
    }
    if (!schema.isPlain(slot)) {
      resolved.put(Schema.KIND, name);
    }
    Schema.Kind kind = schema.kind(slot, name);
    reportUnknown(slot, name, kind, path, raw);
    Settings defaults = schema.defaults(slot, name, over);
    for (Key key : kind.keys().values()) {
      String at = join(path, key.name());
      if (key.type() == Key.Type.COMPONENT) {
        component(key, at, raw, defaults, resolved);
        continue;
      }
      if (key.type() == Key.Type.NAMED_REALS) {
        namedReals(key, at, raw, resolved);
        continue;
      }
      Object value = raw.has(key.name()) ? raw.get(key.name()) : defaults.get(key.name());
      if (value != null) {
        Object typed = value(key, at, value);
        if (typed != null) {
          resolved.put(key.name(), typed);
        }
      } else if (!key.isOptional()) {
        report(at, Kind.MISSING, "is missing, must be " + wanted(key));
      }
    }
    return resolved;
  }

  private void component(
      Key key, String path, Settings raw, Settings defaults, Map<String, Object> resolved) {
    Settings given = Schema.inner(raw, key.name());
    Settings over = Schema.inner(defaults, key.name());
    boolean empty = Settings.EMPTY.equals(raw.get(key.name()));
    Object bare = empty ? null : raw.get(key.name());
    boolean plain = schema.isPlain(key.slot());
    if (bare != null && (plain || !(bare instanceof String))) {
      String must = plain ? "a section" : oneOf(key.slot());
      report(path, Kind.ILLEGAL, "is " + Typing.shown(bare) + ", must be " + must);
      return;
    }
    if (bare != null && !bare.equals(given.get(Schema.KIND))) {
      report(path, Kind.ILLEGAL, "is given as a name and as a section, must be one of the two");
      return;
    }
    if (given.asMap().isEmpty() && over.asMap().isEmpty()) {
      if (key.isOptional() && !empty) {
        return;
      }
      if (!plain) {
        report(path, Kind.MISSING, "is missing, must be " + oneOf(key.slot()));
        return;
      }
    }
    section(key.slot(), path, given, over)
        .forEach((inner, value) -> resolved.put(key.name() + "." + inner, value));
  }

  /** Types the reals that are written by name; {@code reference.conf} has none. */
  private void namedReals(Key key, String path, Settings raw, Map<String, Object> resolved) {
    Object bare = raw.get(key.name());
    if (bare != null && !Settings.EMPTY.equals(bare)) {
      report(path, Kind.ILLEGAL, "is " + Typing.shown(bare) + ", must be " + wanted(key));
    }
    raw.under(key.name())
        .asMap()
        .forEach(
            (name, value) -> {
              Object typed = Typing.typed(key.named(), join(path, name), value, problems);
              if (typed != null) {
                resolved.put(join(key.name(), name), typed);
              }
            });
  }

  /** Returns the name of the section's kind; null after it has reported that it is wrong. */
  private String kind(String slot, String path, Settings raw, Settings over) {
    String name = schema.kindOf(slot, raw, over);
    if (schema.kind(slot, name) != null) {
      return name;
    }
    String at = join(path, Schema.KIND);
    if (!raw.has(Schema.KIND)) {
      report(at, Kind.MISSING, "is missing, must be " + oneOf(slot));
    } else {
      String near =
          name == null
              ? ""
              : Nearest.to(name, schema.kinds(slot).keySet())
                  .map(x -> "; did you mean " + x + "?")
                  .orElse("; is a jar missing?");
      String is = Typing.shown(raw.get(Schema.KIND));
      report(at, Kind.ILLEGAL, "is " + is + ", must be " + oneOf(slot) + near);
    }
    return null;
  }

  private void reportUnknown(
      String slot, String name, Schema.Kind kind, String path, Settings raw) {
    Set<String> seen = new HashSet<>();
    for (String given : raw.asMap().keySet()) {
      int dot = given.indexOf('.');
      String head = dot < 0 ? given : given.substring(0, dot);
      Key key = kind.keys().get(head);
      if (key == null && !(given.equals(Schema.KIND) && !schema.isPlain(slot))) {
        if (seen.add(head)) {
          String owner = name.isEmpty() ? slot : slot + " " + name;
          String hint = Nearest.hint(head, kind.keys().keySet());
          report(join(path, head), Kind.UNKNOWN, "is not a key of " + owner + "; " + hint);
        }
      } else if (key != null
          && dot >= 0
          && key.type() != Key.Type.COMPONENT
          && key.type() != Key.Type.NAMED_REALS) {
        String must = head + " must be " + wanted(key);
        report(join(path, given), Kind.UNKNOWN, "is not a key; " + must);
      }
    }
  }

  /** A legal value in words. Where there is one kind of section only, it has no name. */
  private String wanted(Key key) {
    boolean isNamed = key.type() != Key.Type.COMPONENTS || !schema.isPlain(key.slot());
    return isNamed ? Typing.wanted(key) : "a list of " + key.slot() + " sections";
  }

  /** The typed value for {@code key}; null after it has reported an illegal value. */
  Object value(Key key, String path, Object value) {
    return switch (key.type()) {
      case COMPONENTS -> components(key, path, value);
      case COMPONENT -> throw new IllegalArgumentException(path + " is a section");
      default -> Typing.typed(key, path, value, problems);
    };
  }

  private List<Object> components(Key key, String path, Object value) {
    if (!(value instanceof List<?> list)) {
      report(path, Kind.ILLEGAL, "is " + Typing.shown(value) + ", must be " + wanted(key));
      return null;
    }
    List<Object> resolved = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String at = path + "[" + i + "]";
      if (list.get(i) instanceof Settings settings) {
        resolved.add(Settings.of(section(key.slot(), at, settings, Settings.EMPTY)));
      } else if (list.get(i) instanceof String kind && !schema.isPlain(key.slot())) {
        Settings settings = Settings.EMPTY.with(Schema.KIND, kind);
        resolved.add(Settings.of(section(key.slot(), at, settings, Settings.EMPTY)));
      } else {
        String must = schema.isPlain(key.slot()) ? "a section" : oneOf(key.slot());
        report(at, Kind.ILLEGAL, "is " + Typing.shown(list.get(i)) + ", must be " + must);
      }
    }
    return resolved;
  }

  /** Checks the defaults of one kind, which are at {@code prefix}. */
  void defaults(String prefix, Schema.Kind kind) {
    Set<String> seen = new HashSet<>();
    kind.defaults()
        .asMap()
        .forEach(
            (path, value) -> {
              String head = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
              Key key = kind.keys().get(head);
              String at = join(prefix, head);
              if (key == null) {
                String hint = Nearest.hint(head, kind.keys().keySet());
                if (seen.add(head)) {
                  report(at, Kind.UNKNOWN, "is not a key of " + prefix + "; " + hint);
                }
              } else if (key.type() == Key.Type.COMPONENT) {
                if (seen.add(head)) {
                  kind(key.slot(), at, Schema.inner(kind.defaults(), head), Settings.EMPTY);
                }
              } else if (head.equals(path)) {
                var unused = value(key, at, value);
              } else {
                report(join(prefix, path), Kind.UNKNOWN, "is not a key of " + prefix);
              }
            });
  }

  private String oneOf(String slot) {
    return "one of " + String.join(", ", schema.kinds(slot).keySet());
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private void report(String path, Kind kind, String message) {
    problems.accept(new Problem(path, kind, message));
  }
}
