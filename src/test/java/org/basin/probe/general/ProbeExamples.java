package org.basin.probe.general;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.basin.probe.ProbeFactory;
import org.basin.settings.Key;
import org.basin.settings.Settings;
import org.basin.settings.SpecException;
import org.basin.testing.Trials;
import org.basin.train.TrialParts;

/** A probe of every kind, and trials that it may watch. */
final class ProbeExamples {

  /** The keys that have no default, by probe. */
  static final Map<String, Map<String, Object>> REQUIRED =
      Map.of(
          "bound",
          Map.of("of", "theorem-2"),
          "distance",
          Map.of("tensor", "layers.0.weight", "to", List.of(List.of(1.0, 0.0), List.of(0.0, 1.0))),
          "phase-one",
          Map.of("potential", 0.1),
          "row-norms",
          Map.of("tensor", "layers.0.weight"),
          "running-test-loss",
          Map.of("every", 7L),
          "test-fault",
          Map.of("at", 1_000_000L, "how", "exception"));

  private ProbeExamples() {}

  /** Trials of different sorts; each probe must fit one at least. */
  static List<Settings> trials() {
    return List.of(
        Trials.squaredRelu(2, 40),
        Trials.population(40),
        Trials.minibatches(2, 40),
        Trials.minibatches(2, 40)
            .withAll(Map.of("data.test-samples", 9L, "data.validation-samples", 8L)),
        Trials.layered(40),
        Trials.classes(40),
        Trials.residualImages(12),
        Trials.freshSamples(40),
        Trials.residual(40),
        Trials.residual(40).withAll(Trials.RESIDUAL_SAMPLES));
  }

  /** A probe of the kind, with its defaults and what it needs besides. */
  static Settings settings(ProbeFactory factory) {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("kind", factory.kind());
    Config defaults = ConfigFactory.parseResources("reference.conf").getConfig("basin");
    String path = "probe." + factory.kind();
    for (Key key : factory.keys()) {
      if (defaults.hasPath(path + "." + key.name())) {
        settings.put(key.name(), typed(key, defaults.getConfig(path)));
      }
    }
    settings.putAll(REQUIRED.getOrDefault(factory.kind(), Map.of()));
    return Settings.of(settings);
  }

  private static Object typed(Key key, Config defaults) {
    return switch (key.type()) {
      case BOOLEAN -> defaults.getBoolean(key.name());
      case INTEGER -> defaults.getLong(key.name());
      case REAL -> defaults.getDouble(key.name());
      case TEXT -> defaults.getString(key.name());
      case REALS -> defaults.getDoubleList(key.name());
      default -> throw new AssertionError("a probe's default of type " + key.type());
    };
  }

  /** Whether the trial's probes can be made. */
  static boolean fits(Settings trial) {
    try {
      TrialParts.of(Trials.spec(trial, 1), List.of());
      return true;
    } catch (SpecException e) {
      return false;
    }
  }
}
