package org.basin.settings;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * All keys that a trial may have: the kinds of each slot, their keys, and the defaults. It is a
 * snapshot of the catalogues and of {@code reference.conf}, and is shipped to executors.
 *
 * <p>A slot with the single kind {@code ""} is a plain section without a {@code kind} key: the
 * trial itself ({@link #ROOT}), {@code stop}, {@code observe}.
 */
public final class Schema implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The slot of the trial section itself. */
  public static final String ROOT = "trial";

  public static final String KIND = "kind";

  /**
   * One kind of a slot.
   *
   * @param keys the keys by name, in the order of declaration
   * @param defaults the defaults by key, typed as in {@code reference.conf}
   */
  public record Kind(LinkedHashMap<String, Key> keys, Settings defaults) implements Serializable {}

  private final TreeMap<String, TreeMap<String, Kind>> slots = new TreeMap<>();

  /**
   * @param slots the kinds by slot, then by name
   * @param defaults by {@code <slot>.<kind>.<key>} (no kind part for plain slots), as typed in
   *     {@code reference.conf}
   */
  public Schema(Map<String, Map<String, List<Key>>> slots, Settings defaults) {
    slots.forEach(
        (slot, kinds) -> {
          TreeMap<String, Kind> known = new TreeMap<>();
          kinds.forEach(
              (kind, keys) -> {
                LinkedHashMap<String, Key> byName = new LinkedHashMap<>();
                keys.forEach(key -> byName.put(key.name(), key));
                String prefix = kind.isEmpty() ? slot : slot + "." + kind;
                known.put(kind, new Kind(byName, defaults.under(prefix)));
              });
          this.slots.put(slot, known);
        });
  }

  /**
   * Checks and completes a trial: it types values and fills in defaults. It drops only what it
   * reports. A component given as a bare name becomes its {@code kind}.
   *
   * @param raw the settings as written
   * @param problems receives every fault
   * @return the resolved settings; incomplete if there were problems
   */
  public Settings resolve(Settings raw, Consumer<Problem> problems) {
    return Settings.of(new Resolver(this, problems).section(ROOT, "", raw, Settings.EMPTY));
  }

  /**
   * {@code resolved} without the keys that have their default value. Ids are hashed from it.
   * Different resolved settings stay different.
   */
  public Settings withoutDefaults(Settings resolved) {
    return Settings.of(new Reducer(this).section(ROOT, resolved, Settings.EMPTY));
  }

  /**
   * The typed value for {@code key}: {@code 1} becomes {@code 1.0} for a real, and a probe's name
   * becomes a section.
   *
   * @param path the path of the value, for errors
   * @param problems receives a fault if the value is illegal
   * @return the typed value; null if it is illegal
   */
  public Object typed(Key key, String path, Object value, Consumer<Problem> problems) {
    return new Resolver(this, problems).value(key, path, value);
  }

  /**
   * The key at {@code path} for the kinds that {@code settings} (raw or resolved) choose; empty if
   * those kinds have none. A component's {@code kind} is a choice among its slot's kinds.
   */
  public Optional<Key> keyAt(String path, Settings settings) {
    String slot = ROOT;
    Settings given = settings;
    Settings over = Settings.EMPTY;
    String rest = path;
    while (true) {
      int dot = rest.indexOf('.');
      String head = dot < 0 ? rest : rest.substring(0, dot);
      if (dot < 0 && head.equals(KIND) && !isPlain(slot)) {
        return Optional.of(kindKey(slot));
      }
      Kind kind = kind(slot, kindOf(slot, given, over));
      Key key = kind == null ? null : kind.keys().get(head);
      if (key == null || dot < 0) {
        return Optional.ofNullable(key);
      }
      if (key.type() != Key.Type.COMPONENT) {
        return key.type() == Key.Type.NAMED_REALS ? Optional.of(key.named()) : Optional.empty();
      }
      over = inner(defaults(slot, kindOf(slot, given, over), over), head);
      given = inner(given, head);
      slot = key.slot();
      rest = rest.substring(dot + 1);
    }
  }

  /** The keys at {@code path} for some choice of kinds; empty if there are none. */
  public Set<Key> keysAt(String path) {
    Set<Key> found = new LinkedHashSet<>();
    keysAt(ROOT, path, found);
    return found;
  }

  private void keysAt(String slot, String path, Set<Key> found) {
    int dot = path.indexOf('.');
    String head = dot < 0 ? path : path.substring(0, dot);
    if (dot < 0 && head.equals(KIND) && !isPlain(slot)) {
      found.add(kindKey(slot));
    }
    for (Kind kind : kinds(slot).values()) {
      Key key = kind.keys().get(head);
      if (key != null && dot < 0) {
        found.add(key);
      } else if (key != null && key.type() == Key.Type.COMPONENT) {
        keysAt(key.slot(), path.substring(dot + 1), found);
      } else if (key != null && key.type() == Key.Type.NAMED_REALS) {
        found.add(key.named());
      }
    }
  }

  /**
   * Whether the section at {@code path} holds names of the trial's own, for some choice of kinds.
   */
  public boolean takesNames(String path) {
    return !keysAt(path + ".*").isEmpty(); // No key has such a name.
  }

  /** {@code path}, or {@code path.kind} if a component is there. */
  public String canonicalPath(String path) {
    boolean component =
        keysAt(path).stream()
            .anyMatch(key -> key.type() == Key.Type.COMPONENT && !isPlain(key.slot()));
    return component ? path + "." + KIND : path;
  }

  /**
   * All paths that can have a value for some choice of kinds, sorted. A slot nested in itself (the
   * base of a linearised model) is followed one level deep.
   */
  public Set<String> paths() {
    Set<String> paths = new TreeSet<>();
    paths(ROOT, "", new ArrayList<>(), paths);
    return paths;
  }

  /** The {@link #paths()}, and those of {@code given} that have names of the trial's own. */
  public Set<String> pathsWith(Collection<String> given) {
    Set<String> all = paths();
    given.stream()
        .filter(path -> path.contains(".") && takesNames(path.substring(0, path.lastIndexOf('.'))))
        .forEach(all::add);
    return all;
  }

  private void paths(String slot, String prefix, List<String> outer, Set<String> paths) {
    if (Collections.frequency(outer, slot) > 1) {
      return;
    }
    outer.add(slot);
    if (!isPlain(slot)) {
      paths.add(prefix + KIND);
    }
    for (Kind kind : kinds(slot).values()) {
      for (Key key : kind.keys().values()) {
        if (key.type() == Key.Type.COMPONENT) {
          paths(key.slot(), prefix + key.name() + ".", outer, paths);
        } else {
          paths.add(prefix + key.name());
        }
      }
    }
    outer.remove(outer.size() - 1);
  }

  /**
   * Checks the defaults themselves.
   *
   * @param problems receives every default that has no key or that is illegal for its key; paths
   *     are those in {@code reference.conf}, below {@code basin}
   */
  public void checkDefaults(Consumer<Problem> problems) {
    slots.forEach(
        (slot, kinds) ->
            kinds.forEach(
                (name, kind) -> {
                  String prefix = name.isEmpty() ? slot : slot + "." + name;
                  new Resolver(this, problems).defaults(prefix, kind);
                }));
  }

  // ---- for Resolver and Reducer
  // ------------------------------------------------------------------

  public Map<String, Kind> kinds(String slot) {
    TreeMap<String, Kind> kinds = slots.get(slot);
    if (kinds == null) {
      throw new IllegalStateException("no slot " + slot);
    }
    return kinds;
  }

  public boolean isPlain(String slot) {
    return kinds(slot).containsKey("");
  }

  /** The kind with this name; null if the slot has no such kind. */
  public Kind kind(String slot, String name) {
    return name == null ? null : kinds(slot).get(name);
  }

  /** The name of the kind that {@code given} or else {@code over} chooses, or null. */
  public String kindOf(String slot, Settings given, Settings over) {
    if (isPlain(slot)) {
      return "";
    }
    Object name = given.has(KIND) ? given.get(KIND) : over.get(KIND);
    return name instanceof String text ? text : null;
  }

  /**
   * The kind's defaults, replaced by those that the enclosing section gives if it gives them for
   * this kind.
   */
  Settings defaults(String slot, String name, Settings over) {
    Settings own = kinds(slot).get(name).defaults();
    boolean applies = isPlain(slot) || name.equals(over.get(KIND));
    return applies ? own.withAll(over.asMap()) : own;
  }

  /** The section at {@code name}; a bare name is the section's kind. */
  public static Settings inner(Settings settings, String name) {
    Settings inner = settings.under(name);
    return settings.get(name) instanceof String kind && !inner.has(KIND)
        ? inner.with(KIND, kind)
        : inner;
  }

  private Key kindKey(String slot) {
    return Key.choice(KIND, "which " + slot, kinds(slot).keySet().toArray(String[]::new));
  }
}
