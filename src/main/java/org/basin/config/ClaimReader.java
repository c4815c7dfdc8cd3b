package org.basin.config;

import com.typesafe.config.ConfigException.BadPath;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.basin.plan.Claim;
import org.basin.settings.Key;

/** Reads the list {@code claims}. It does not parse the queries. */
final class ClaimReader {

  static final String KEY = "claims";

  private static final String CONTROL = "control";
  private static final String SOURCE = "source";
  private static final String SQL = "sql";

  /** The keys of a claim. */
  static final List<Key> KEYS =
      List.of(
          Key.text(
              "name", "what verify and the table claims call it; lower-case words joined by -"),
          Key.text("says", "the statement in words"),
          Key.text(SOURCE, "who says so, and where; absent: the author of the sweep").optional(),
          Key.text(SQL, "a query whose rows have a boolean column holds, null for not enough data"),
          Key.component(
                  CONTROL,
                  "control",
                  "settings under which the claim must fail, by path from sweep")
              .optional());

  private final Reading reading;
  private final NamedSections entries;

  ClaimReader(Reading reading) {
    this.reading = reading;
    this.entries = new NamedSections(KEY, KEYS, reading);
  }

  List<Claim> read(ConfigObject sweep) {
    return entries.read(sweep, this::claim);
  }

  private Claim claim(String each, ConfigObject object) {
    String name = entries.name(each, object);
    String says = entries.text(each, object, "says");
    String source = object.containsKey(SOURCE) ? entries.text(each, object, SOURCE) : "";
    String sql = entries.text(each, object, SQL);
    List<String> control = control(each + "." + CONTROL, object.get(CONTROL));
    return name == null || says == null || source == null || sql == null || control == null
        ? null
        : new Claim(
            name, says, source, sql, control, Place.of(object.get(SQL).origin()).toString());
  }

  /** Returns the settings of a control as overrides; null if they cannot be read. */
  private List<String> control(String name, ConfigValue value) {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof ConfigObject object) || object.isEmpty()) {
      reading
          .values()
          .add(value.origin(), name + " must be a section of settings, { \"trial.…\" = … }");
      return null;
    }
    List<String> settings = new ArrayList<>();
    try {
      walk(List.of(), object, settings);
    } catch (BadPath e) {
      reading
          .values()
          .add(value.origin(), name + " has a key that is no path, such as trial.model.width");
      return null;
    }
    return settings;
  }

  /**
   * Collects the settings. A control's keys are paths, as on the command line, so their dots may be
   * quoted.
   */
  private static void walk(List<String> above, ConfigObject object, List<String> settings) {
    for (String key : new TreeSet<>(object.keySet())) {
      List<String> path = new ArrayList<>(above);
      path.addAll(ConfigUtil.splitPath(key));
      ConfigValue value = object.get(key);
      if (value.valueType() == ConfigValueType.OBJECT && !((ConfigObject) value).isEmpty()) {
        walk(path, (ConfigObject) value, settings);
      } else {
        settings.add(ConfigUtil.joinPath(path) + "=" + value.render(ConfigRenderOptions.concise()));
      }
    }
  }
}
