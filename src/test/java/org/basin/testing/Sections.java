package org.basin.testing;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.basin.nn.Activation;
import org.basin.nn.Initialiser;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.nn.activation.Activations;
import org.basin.nn.init.Initialisers;
import org.basin.nn.loss.Losses;
import org.basin.nn.model.Models;
import org.basin.nn.optimiser.Optimisers;
import org.basin.nn.schedule.Schedule;
import org.basin.nn.schedule.Schedules;
import org.basin.settings.Key;
import org.basin.settings.RandomStreams;
import org.basin.settings.Section;
import org.basin.settings.Settings;
import org.basin.train.TrialSchema;

/** Sections as a resolved sweep file has them, with the defaults of reference.conf. */
public final class Sections {

  private static final Config REFERENCE = ConfigFactory.parseResources("reference.conf").resolve();

  private static final Map<String, Map<String, List<Key>>> KEYS = TrialSchema.slots();

  private Sections() {}

  /** A section of {@code slot} from HOCON that has at least the kind. */
  public static Section of(String slot, String hocon) {
    return of(slot, ConfigFactory.parseString(hocon));
  }

  public static Section of(String slot, Config config) {
    return new Section(slot, Settings.of(resolve(slot, config)));
  }

  public static Model model(String hocon, int inputs, int outputs) {
    Section section = of("model", hocon);
    return Models.CATALOGUE.of(section).create(section, inputs, outputs);
  }

  public static Activation activation(String hocon) {
    Section section = of("activation", hocon);
    return Activations.CATALOGUE.of(section).create(section);
  }

  public static Loss loss(String hocon) {
    Section section = of("loss", hocon);
    return Losses.CATALOGUE.of(section).create(section);
  }

  public static Initialiser init(String hocon) {
    Section section = of("init", hocon);
    return Initialisers.CATALOGUE.of(section).create(section);
  }

  /** Parameters of the model at step 0, by the init whose kind, and settings, are given. */
  public static Parameters initialise(String init, Model model) {
    Parameters parameters = new Parameters(model.shapes());
    init("kind = " + init).initialise(model, parameters, RandomStreams.stream(5, "init"));
    return parameters;
  }

  public static Optimiser optimiser(String hocon) {
    Section section = of("optimiser", hocon);
    return Optimisers.CATALOGUE.of(section).create(section);
  }

  public static Schedule schedule(String hocon) {
    Section section = of("schedule", hocon);
    return Schedules.CATALOGUE.of(section).create(section);
  }

  /**
   * The section {@code data} of a kind.
   *
   * @param settings stand over the defaults as they are, by path
   */
  public static Section data(String kind, Map<String, ?> settings) {
    Map<String, Object> values = new TreeMap<>();
    for (Key key : keys("data", kind)) {
      String path = "basin.data." + kind + "." + key.name();
      if (REFERENCE.hasPath(path)) {
        put(values, key, REFERENCE.getValue(path));
      }
    }
    values.putAll(settings);
    values.put("kind", kind);
    return new Section("data", Settings.of(values));
  }

  /** {@code settings} with labels by a direction, one number a feature. */
  public static Map<String, Object> withDirection(Map<String, ?> settings, Double... vector) {
    Map<String, Object> values = new TreeMap<>(settings);
    values.put("teacher.kind", "direction");
    values.put("teacher.vector", List.of(vector));
    return values;
  }

  private static List<Key> keys(String slot, String kind) {
    List<Key> keys = KEYS.get(slot).get(kind);
    if (keys == null) {
      throw new IllegalArgumentException(slot + " has no kind " + kind);
    }
    return keys;
  }

  private static Map<String, Object> resolve(String slot, Config given) {
    String kind = given.getString("kind");
    String defaults = "basin." + slot + "." + kind + ".";
    Map<String, Object> settings = new TreeMap<>();
    settings.put("kind", kind);
    for (Key key : keys(slot, kind)) {
      // Not withFallback: an object merged over a bare name ignores every later fallback.
      if (given.hasPath(key.name())) {
        put(settings, key, given.getValue(key.name()));
      } else if (REFERENCE.hasPath(defaults + key.name())) {
        put(settings, key, REFERENCE.getValue(defaults + key.name()));
      } else if (!key.isOptional()) {
        throw new IllegalArgumentException(slot + " " + kind + " lacks " + key.name());
      }
    }
    return settings;
  }

  private static void put(Map<String, Object> settings, Key key, ConfigValue value) {
    Object raw = value.unwrapped();
    switch (key.type()) {
      case COMPONENT ->
          resolve(key.slot(), component(value))
              .forEach((path, inner) -> settings.put(key.name() + "." + path, inner));
      case COMPONENTS ->
          settings.put(
              key.name(),
              ((ConfigList) value)
                  .stream().map(v -> Settings.of(resolve(key.slot(), component(v)))).toList());
      case INTEGER -> settings.put(key.name(), ((Number) raw).longValue());
      case REAL -> settings.put(key.name(), ((Number) raw).doubleValue());
      case REALS -> settings.put(key.name(), reals(raw));
      case NAMED_REALS -> named(settings, key.name(), raw);
      default -> settings.put(key.name(), raw);
    }
  }

  private static void named(Map<String, Object> settings, String path, Object raw) {
    if (raw instanceof Map<?, ?> inner) {
      inner.forEach((name, value) -> named(settings, path + "." + name, value));
    } else {
      settings.put(path, ((Number) raw).doubleValue());
    }
  }

  private static Config component(ConfigValue value) {
    return value instanceof ConfigObject object
        ? object.toConfig()
        : ConfigFactory.parseMap(Map.of("kind", value.unwrapped()));
  }

  private static Object reals(Object raw) {
    return raw instanceof List<?> list
        ? list.stream().map(Sections::reals).toList()
        : (Object) ((Number) raw).doubleValue();
  }
}
