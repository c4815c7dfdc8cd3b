package org.basin.engine;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.basin.plan.analysis.Analyses;
import org.basin.train.TrialSchema;

/** Describes where two resolved configurations of a sweep differ, for a person to read. */
final class PlanDifference {

  private static final int MOST_LINES = 5;
  private static final int LONGEST_VALUE = 60;
  private static final String NONE = "none";

  /** The keys of a sweep that its trials do not depend on. */
  private static final List<String> NOT_OF_TRIALS =
      Stream.concat(
              Stream.of("name", "claims", "figures", "selections", TrialSchema.HITTING_TIMES),
              Analyses.KEYS.stream())
          .toList();

  private PlanDifference() {}

  /** Returns the part of a resolved configuration on which training depends. */
  static String ofTraining(String resolved) {
    Config all = ConfigFactory.parseString(resolved);
    for (String none : NOT_OF_TRIALS) {
      all = none.equals(TrialSchema.HITTING_TIMES) ? all : all.withoutPath("sweep." + none);
    }
    return all.root().render(ConfigRenderOptions.concise());
  }

  /**
   * Lists the analyses that two configurations ask for differently, as the keys of a sweep. What an
   * earlier version of Basin did not record does not count.
   */
  static List<String> analyses(String there, String here) {
    try {
      ConfigObject old = ConfigFactory.parseString(there).getObject("sweep");
      ConfigObject now = ConfigFactory.parseString(here).getObject("sweep");
      return Analyses.KEYS.stream()
          .filter(old::containsKey)
          .filter(key -> !old.get(key).equals(now.get(key)))
          .toList();
    } catch (ConfigException e) {
      return List.of(); // A damaged record asks for nothing.
    }
  }

  /**
   * Lists the settings that decide which trials a sweep has and that differ, one line each. The
   * last line says how many more there are.
   *
   * @param there the resolved configuration of the last run
   * @param here the resolved configuration of this command
   */
  static List<String> lines(String there, String here) {
    return lines(there, here, " in the last run", " now");
  }

  /** Lists the settings as above, with {@code first} and {@code second} as below. */
  static List<String> lines(String there, String here, String first, String second) {
    return lines(there, here, first, second, MOST_LINES);
  }

  /**
   * Lists the settings that decide which trials a sweep has and that differ between two sweeps.
   *
   * @param first what is said after a setting of {@code there}
   * @param second what is said after a setting of {@code here}
   * @param most the max number of settings to list
   */
  static List<String> lines(String there, String here, String first, String second, int most) {
    Map<String, String> old = flat(there);
    Map<String, String> now = flat(here);
    TreeSet<String> paths = new TreeSet<>(old.keySet());
    paths.addAll(now.keySet());
    List<String> lines = new ArrayList<>();
    for (String path : paths) {
      String before = old.getOrDefault(path, NONE);
      String after = now.getOrDefault(path, NONE);
      if (!before.equals(after)) {
        lines.add(path + ": " + before + first + ", " + after + second);
      }
    }
    int more = lines.size() - most;
    if (more > 0) {
      lines.subList(most, lines.size()).clear();
      lines.add("and " + more + " more settings");
    }
    return lines;
  }

  /**
   * The text of every value by path. A number in a path counts into a list, as in {@code --set}.
   */
  private static Map<String, String> flat(String resolved) {
    Map<String, String> flat = new TreeMap<>();
    try {
      Config all = ConfigFactory.parseString(resolved);
      for (String none : NOT_OF_TRIALS) {
        all = all.withoutPath("sweep." + none);
      }
      all.getObject("sweep").forEach((key, value) -> add(key, value, flat));
    } catch (ConfigException e) {
      // A damaged record has no settings to compare.
    }
    return flat;
  }

  private static void add(String path, ConfigValue value, Map<String, String> flat) {
    if (value instanceof ConfigObject object) {
      object.forEach((key, inner) -> add(path + "." + key, inner, flat));
    } else if (value instanceof ConfigList list
        && list.stream().anyMatch(ConfigObject.class::isInstance)) {
      for (int i = 0; i < list.size(); i++) {
        add(path + "." + i, list.get(i), flat);
      }
    } else {
      String text = value.render(ConfigRenderOptions.concise());
      flat.put(
          path, text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…");
    }
  }
}
