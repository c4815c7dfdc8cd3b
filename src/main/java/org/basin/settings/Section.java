package org.basin.settings;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The settings of one component, read by key. The schema has already checked them, so a missing key
 * or a wrong type here is a fault of the program and not of the user.
 *
 * @param path the section's path in the trial, for errors, such as {@code optimiser.schedule}
 * @param settings its settings by relative path
 * @param provenance the hashes of the sweep's files, with which a component checks the files it
 *     reads
 */
public record Section(String path, Settings settings, Provenance provenance)
    implements Serializable {

  /** A section that belongs to no planned sweep. The content of its files is not checked. */
  public Section(String path, Settings settings) {
    this(path, settings, Provenance.NONE);
  }

  /** The name of the component's kind. */
  public String kind() {
    return text("kind");
  }

  public boolean has(String key) {
    return settings.has(key);
  }

  public boolean flag(String key) {
    return (Boolean) value(key);
  }

  /**
   * A whole number that counts something in memory.
   *
   * @throws SpecException if the value does not fit an {@code int}
   */
  public int integer(String key) {
    long value = whole(key);
    if (value != (int) value) {
      throw new SpecException(path + "." + key, "is " + value + ", must be at most 2147483647");
    }
    return (int) value;
  }

  public long whole(String key) {
    return (Long) value(key);
  }

  public double real(String key) {
    return (Double) value(key);
  }

  public String text(String key) {
    return (String) value(key);
  }

  /** A flat list of reals. */
  public double[] reals(String key) {
    List<?> list = (List<?>) value(key);
    double[] reals = new double[list.size()];
    for (int i = 0; i < reals.length; i++) {
      if (!(list.get(i) instanceof Double real)) {
        throw new SpecException(path + "." + key, "must be a flat list of numbers");
      }
      reals[i] = real;
    }
    return reals;
  }

  /** A list of rows of equal length; a flat list is one row. */
  public double[][] rows(String key) {
    List<?> list = (List<?>) value(key);
    if (list.isEmpty() || !(list.get(0) instanceof List<?>)) {
      return new double[][] {reals(key)};
    }
    double[][] rows = new double[list.size()][];
    for (int r = 0; r < rows.length; r++) {
      List<?> row = (List<?>) list.get(r);
      rows[r] = row.stream().mapToDouble(x -> (Double) x).toArray();
      if (rows[r].length != rows[0].length) {
        throw new SpecException(
            path + "." + key,
            "has rows of " + rows[0].length + " and " + rows[r].length + " numbers, must be equal");
      }
    }
    return rows;
  }

  /** Reals by their names, sorted; empty if none is given. */
  public SortedMap<String, Double> namedReals(String key) {
    SortedMap<String, Double> reals = new TreeMap<>();
    settings.under(key).asMap().forEach((name, value) -> reals.put(name, (Double) value));
    return reals;
  }

  public List<String> texts(String key) {
    return ((List<?>) value(key)).stream().map(String.class::cast).toList();
  }

  /** The nested component at {@code key}. */
  public Section section(String key) {
    return new Section(path + "." + key, settings.under(key), provenance);
  }

  /** The components listed at {@code key}, in the order of the list. */
  public List<Section> sections(String key) {
    List<?> list = (List<?>) value(key);
    List<Section> sections = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      Settings inner = (Settings) list.get(i);
      sections.add(new Section(path + "." + key + "[" + i + "]", inner, provenance));
    }
    return sections;
  }

  private Object value(String key) {
    return Objects.requireNonNull(settings.get(key), () -> "no setting " + path + "." + key);
  }
}
