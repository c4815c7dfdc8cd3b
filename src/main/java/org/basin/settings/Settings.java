package org.basin.settings;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Settings by dotted path, sorted by path, such as {@code model.width → 20}. Immutable.
 *
 * <p>A value is a {@link Boolean}, {@link Long}, {@link Double}, {@link String}, a {@link List} of
 * values, or, inside a list only, {@code Settings} (an object in a list, such as a probe with
 * keys). Values are compared and written in canonical form, so the way in which a number is written
 * does not matter.
 */
public final class Settings implements Serializable {

  private static final long serialVersionUID = 1L;

  /** No settings. */
  public static final Settings EMPTY = new Settings(Map.of());

  private final TreeMap<String, Object> values;

  /** Settings made before, so that the replicates of a point share one object. */
  private transient volatile ConcurrentHashMap<String, Settings> inner;

  private transient volatile String canonical;

  private Settings(Map<String, ?> values) {
    this.values = new TreeMap<>(values);
  }

  /** A copy of {@code values}. */
  public static Settings of(Map<String, ?> values) {
    return new Settings(values);
  }

  /** These settings with {@code path} set to {@code value}, which replaces the previous value. */
  public Settings with(String path, Object value) {
    Settings copy = new Settings(values);
    copy.values.put(path, Objects.requireNonNull(value));
    return copy;
  }

  /** These settings with all of {@code others}, which replace settings at equal paths. */
  public Settings withAll(Map<String, ?> others) {
    Settings copy = new Settings(values);
    copy.values.putAll(others);
    return copy;
  }

  /** These settings without those at {@code paths}. */
  public Settings without(Collection<String> paths) {
    Settings copy = new Settings(values);
    copy.values.keySet().removeAll(paths);
    return copy;
  }

  public boolean has(String path) {
    return values.containsKey(path);
  }

  /** The value at {@code path}; null if there is none. */
  public Object get(String path) {
    return values.get(path);
  }

  /** Every path with its value, sorted by path; unmodifiable. */
  public SortedMap<String, Object> asMap() {
    return Collections.unmodifiableSortedMap(values);
  }

  /** The settings under {@code prefix + "."}, their paths relative to it. */
  public Settings under(String prefix) {
    ConcurrentHashMap<String, Settings> known = inner;
    if (known == null) {
      known = new ConcurrentHashMap<>();
      inner = known;
    }
    Settings found = known.get(prefix);
    return found == null ? known.computeIfAbsent(prefix, this::cut) : found;
  }

  private Settings cut(String prefix) {
    String start = prefix + ".";
    Settings inner = new Settings(Map.of());
    for (Map.Entry<String, Object> entry :
        values.subMap(start, true, start + Character.MAX_VALUE, false).entrySet()) {
      inner.values.put(entry.getKey().substring(start.length()), entry.getValue());
    }
    return inner;
  }

  /** The section at {@code path}, from which a component reads its keys. */
  public Section section(String path) {
    return new Section(path, under(path));
  }

  /**
   * The text that is hashed into ids: one line {@code path=value} per setting, sorted by path.
   * Equal settings give equal text, and different settings give different text.
   */
  public String canonical() {
    String text = canonical;
    if (text == null) {
      text = write();
      canonical = text;
    }
    return text;
  }

  private String write() {
    StringBuilder text = new StringBuilder();
    values.forEach(
        (path, value) -> {
          text.append(path).append('=');
          Canonical.append(text, value);
          text.append('\n');
        });
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return canonical();
  }
}
