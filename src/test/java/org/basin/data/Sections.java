package org.basin.data;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.basin.settings.Factory;
import org.basin.settings.Key;
import org.basin.settings.Section;
import org.basin.settings.Settings;

/** Sections as the schema would resolve them, for tests of one component. */
final class Sections {

  private static final Config DEFAULTS = ConfigFactory.parseResources("reference.conf");

  private Sections() {}

  /**
   * The section {@code data} of a kind: {@code settings} over the defaults of {@code
   * reference.conf}.
   */
  public static Section data(String kind, Map<String, ?> settings) {
    Map<String, Object> values = new TreeMap<>();
    for (Factory factory : DataKinds.CATALOGUE.factories()) {
      if (factory.kind().equals(kind)) {
        for (Key key : factory.keys()) {
          String path = "basin.data." + kind + "." + key.name();
          if (DEFAULTS.hasPath(path)) {
            values.put(key.name(), typed(key, path));
          }
        }
      }
    }
    values.putAll(settings);
    values.put("kind", kind);
    return new Section("data", Settings.of(values));
  }

  private static Object typed(Key key, String path) {
    return switch (key.type()) {
      case BOOLEAN -> DEFAULTS.getBoolean(path);
      case INTEGER -> DEFAULTS.getLong(path);
      case REAL -> DEFAULTS.getDouble(path);
      case REALS -> DEFAULTS.getDoubleList(path);
      default -> DEFAULTS.getString(path);
    };
  }

  /** {@code settings} with labels by a direction, one number a feature. */
  public static Map<String, Object> withDirection(Map<String, ?> settings, Double... vector) {
    Map<String, Object> values = new TreeMap<>(settings);
    values.put("teacher.kind", "direction");
    values.put("teacher.vector", List.of(vector));
    return values;
  }
}
