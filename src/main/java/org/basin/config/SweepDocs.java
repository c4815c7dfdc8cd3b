package org.basin.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Schema;
import org.basin.settings.Settings;

/** What a sweep file may hold outside its trial, for who asks what it means. */
public final class SweepDocs {

  /** The slot of the sweep itself. */
  public static final String SWEEP = "sweep";

  private static final String ENGINE = "engine";
  private static final String CLAIM = "claim";
  private static final String VARIANTS = "variants";
  private static final String SELECTION = "selection";

  /** Keys of a sweep that readers of their own take, so that the schema has none of them. */
  private static final List<Key> READ_APART =
      List.of(
          Key.component(Schema.ROOT, Schema.ROOT, "what every trial is made of"),
          Key.components(
                  "axes",
                  SweepSchema.AXIS,
                  "what varies: each has a path and values = [...] or another form of values, or a zip of axes")
              .optional(),
          Key.component(
                  "derive",
                  "derive",
                  "expressions by the path they set: \"stop.max-steps\" = \"2 / optimiser_step_size\"")
              .optional(),
          Key.components(
                  SelectionReader.KEY, SELECTION, "choices of the best point among those of axes")
              .optional(),
          Key.components(ClaimReader.KEY, CLAIM, "statements that verify decides from the tables")
              .optional(),
          Key.component(
                  VARIANTS,
                  VARIANTS,
                  "parts of a sweep by name, each with says = \"...\"; --variant NAME lays one over the sweep")
              .optional());

  /** What the forms of an axis are. */
  private static final Map<String, String> FORMS =
      Map.of(
          "range", "Numbers from a first one on, a fixed step apart.",
          "lin-space", "So many numbers, evenly spaced between two.",
          "log-space", "So many numbers between two, each the same multiple of the one before.",
          "random", "So many numbers, drawn from a distribution with a seed of their own.",
          "sobol", "So many points of a Sobol sequence, spread over several paths together.");

  private SweepDocs() {}

  /** The keys by slot, then kind; a slot with the single kind {@code ""} is a plain section. */
  public static Map<String, Map<String, List<Key>>> slots() {
    Map<String, Map<String, List<Key>>> slots = SweepSchema.slots();
    List<Key> sweep = new ArrayList<>(slots.get(SWEEP).get(""));
    sweep.removeIf(key -> key.name().equals(SweepSchema.AXIS)); // The slot's place in the schema.
    sweep.addAll(READ_APART);
    slots.put(SWEEP, Map.of("", List.copyOf(sweep)));
    slots.put("derive", Map.of("", List.of()));
    slots.put("control", Map.of("", List.of()));
    slots.put(VARIANTS, Map.of("", List.of()));
    slots.put(SELECTION, Map.of("", SelectionReader.KEYS));
    slots.put(CLAIM, Map.of("", ClaimReader.KEYS));
    return slots;
  }

  /** What a form of an axis is: one sentence; empty for a form that there is not. */
  public static Optional<String> axisForm(String form) {
    return Optional.ofNullable(FORMS.get(form));
  }

  /**
   * The settings of the process that runs a sweep, which no sweep file holds: {@code
   * -Dbasin.engine.<key>} among the driver's Java options. Their meanings are the comments of
   * {@code reference.conf}.
   */
  public static List<Key> processKeys() {
    Config engine =
        ConfigFactory.parseResources(SweepDocs.class.getClassLoader(), "reference.conf")
            .getConfig("basin." + ENGINE);
    List<Key> keys = new ArrayList<>();
    new TreeMap<>(engine.root())
        .forEach(
            (name, value) -> {
              if (SweepSchema.isEngineSetting(ENGINE + "." + name)) {
                keys.add(new Key(name, type(value), Range.ANY, "", false, comment(value)));
              }
            });
    return List.copyOf(keys);
  }

  /** The defaults, as {@code reference.conf} has them below {@code basin}. */
  public static Settings defaults() {
    return Defaults.load();
  }

  private static Key.Type type(ConfigValue value) {
    if (value.valueType() == ConfigValueType.BOOLEAN) {
      return Key.Type.BOOLEAN;
    }
    return value.valueType() == ConfigValueType.NUMBER ? Key.Type.REAL : Key.Type.TEXT;
  }

  private static String comment(ConfigValue value) {
    return String.join(" ", value.origin().comments()).replaceAll("\\s+", " ").strip();
  }
}
