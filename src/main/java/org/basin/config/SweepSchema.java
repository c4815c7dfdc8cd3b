package org.basin.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.basin.plan.AxisValues;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Schema;
import org.basin.settings.Seeds;
import org.basin.settings.Settings;

/**
 * Every key of a sweep file outside its trial, in the same form as the trial's keys. The forms of
 * axes are the kinds of a slot of their own.
 */
final class SweepSchema {

  /** The slot of the forms of an axis. */
  static final String AXIS = "axis";

  /** The slot of the sweep's hitting times, which the trial has too. */
  static final String HITTING_TIME = "hitting-time";

  private static final String PLAIN = "";
  private static final String SWEEP = "sweep";
  private static final String ENGINE = "engine";
  private static final String DIMENSION = "sobol-dimension";

  /**
   * The number of values is limited, because they are held in memory. A finer axis is probably a
   * mistake.
   */
  private static final Range COUNT = Range.closed(1, AxisValues.LIMIT);

  private SweepSchema() {}

  /**
   * Makes the schema.
   *
   * @param trial the trial's slots, for the hitting times
   * @param defaults the settings below {@code basin} in {@code reference.conf}
   */
  static Schema of(Map<String, Map<String, List<Key>>> trial, Settings defaults) {
    Map<String, Map<String, List<Key>>> slots = slots();
    slots.put(Schema.ROOT, slots.remove(SWEEP));
    slots.put(HITTING_TIME, trial.get(HITTING_TIME));
    Map<String, Object> own = new TreeMap<>(defaults.asMap());
    own.keySet().removeIf(SweepSchema::isEngineSetting);
    own.keySet().removeIf(path -> path.startsWith(Schema.ROOT + ".")); // Of trials, not of sweeps.
    defaults.under(SWEEP).asMap().forEach((key, value) -> own.put(Schema.ROOT + "." + key, value));
    return new Schema(slots, Settings.of(own));
  }

  /** Sections of {@code basin} that stand in no sweep file. */
  private static final List<String> OF_THE_PROCESS =
      List.of("doctor.", "limits.", "plot.", "progress.", "report.", "secrets.", "sql.");

  /**
   * Whether the default at {@code path} belongs to the process that runs sweeps and not to a sweep.
   */
  static boolean isEngineSetting(String path) {
    boolean ofEngine =
        path.startsWith(ENGINE + ".")
            && engine().stream().noneMatch(key -> path.equals(ENGINE + "." + key.name()));
    return ofEngine || OF_THE_PROCESS.stream().anyMatch(path::startsWith);
  }

  /** The keys by slot, then by kind, as their defaults stand below {@code basin}. */
  static Map<String, Map<String, List<Key>>> slots() {
    Map<String, Map<String, List<Key>>> slots = new TreeMap<>();
    slots.put(SWEEP, Map.of(PLAIN, sweep()));
    slots.put("seeds", Map.of(PLAIN, seeds()));
    slots.put(ENGINE, Map.of(PLAIN, engine()));
    slots.put(AXIS, axes());
    slots.put(DIMENSION, Map.of(PLAIN, dimension()));
    slots.putAll(AnalysisKeys.slots());
    slots.putAll(FigureKeys.slots());
    return slots;
  }

  private static List<Key> sweep() {
    List<Key> keys =
        new ArrayList<>(
            List.of(
                Key.text("name", "names the folder of its tables; absent: the file's name")
                    .optional(),
                Key.text("where", "expression that a point must satisfy; empty: every point"),
                Key.component("seeds", "seeds", "the replicates of every point"),
                Key.component(ENGINE, ENGINE, "how the work is cut; changes no number"),
                Key.component(AXIS, AXIS, "one form of an axis").optional(),
                Key.components(
                    SweepHeader.HITTING_TIMES, HITTING_TIME, "thresholds to watch at every step")));
    keys.addAll(AnalysisKeys.sweep());
    keys.add(FigureKeys.sweep());
    return List.copyOf(keys);
  }

  private static List<Key> seeds() {
    return List.of(
        Key.integer("from", Range.ANY, "the first replicate's seed"),
        Key.integer("count", Range.atLeast(1), "how many replicates a point has"),
        Key.integer("shared", Range.ANY, "the seed of streams that do not vary"),
        new Key(
            "vary",
            Key.Type.TEXTS,
            Range.of(Seeds.STREAMS.toArray(String[]::new)),
            "",
            false,
            "the streams that take the replicate's seed"));
  }

  private static List<Key> engine() {
    return List.of(Key.integer("lanes", Range.closed(1, 4096), "trials trained side by side"));
  }

  private static Map<String, List<Key>> axes() {
    Key count = Key.integer("count", COUNT, "how many values");
    return Map.of(
        "range",
        List.of(
            Key.real("from", Range.ANY, "the first value"),
            Key.real("to", Range.ANY, "where it ends; a value if steps meet it"),
            Key.real("step", Range.ANY, "between values; not 0")),
        "lin-space",
        List.of(
            Key.real("from", Range.ANY, "the first value"),
            Key.real("to", Range.ANY, "the last value"),
            count),
        "log-space",
        List.of(
            Key.real("from", Range.POSITIVE, "the first value"),
            Key.real("to", Range.POSITIVE, "the last value"),
            count),
        "random",
        List.of(
            Key.choice("distribution", "what to draw from", "uniform", "log-uniform", "normal"),
            Key.real("from", Range.ANY, "least value, of the uniform ones").optional(),
            Key.real("to", Range.ANY, "greatest value, of the uniform ones").optional(),
            Key.real("mean", Range.ANY, "of the normal").optional(),
            Key.real("std", Range.POSITIVE, "of the normal").optional(),
            count,
            Key.integer("seed", Range.ANY, "of the draw; the same seed, the same values")),
        "sobol",
        List.of(count, Key.components("dimensions", DIMENSION, "the paths to spread over")));
  }

  private static List<Key> dimension() {
    return List.of(
        Key.text("path", "the path to set"),
        Key.real("from", Range.ANY, "least value"),
        Key.real("to", Range.ANY, "greatest value"),
        Key.choice("scale", "how values lie between from and to", "linear", "log"));
  }
}
