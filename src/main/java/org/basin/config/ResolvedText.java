package org.basin.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.basin.settings.Schema;
import org.basin.settings.Settings;

/**
 * Writes a sweep's configuration after includes, overrides and defaults as text. The text is itself
 * a sweep file with the same meaning: the same trials at the same indices.
 */
final class ResolvedText {

  static final ConfigRenderOptions PLAIN =
      ConfigRenderOptions.defaults().setOriginComments(false).setComments(false).setJson(false);

  private static final String KIND = ".kind";

  private ResolvedText() {}

  static String text(
      Schema schema,
      ConfigObject sweep,
      SweepHeader header,
      Settings base,
      List<AxisDraft> axes,
      Collection<String> derived) {
    Map<String, Object> all = new TreeMap<>();
    for (String key : List.of("axes", "derive", ClaimReader.KEY, SelectionReader.KEY)) {
      if (sweep.containsKey(key)) {
        all.put(key, sweep.get(key).unwrapped());
      }
    }
    all.putAll(nested(header.settings()));
    all.put("name", header.name());
    all.put("trial", nested(trial(schema, base, axes, derived)));
    return ConfigValueFactory.fromMap(Map.of("sweep", all)).render(PLAIN);
  }

  /**
   * Returns the base trial with its defaults, except what axes or expressions decide: the default
   * of a varying kind would be wrong for the other kinds, and a derived path must not be set.
   */
  private static Settings trial(
      Schema schema, Settings base, List<AxisDraft> axes, Collection<String> derived) {
    List<String> varying =
        axes.stream()
            .flatMap(axis -> axis.paths().stream())
            .filter(path -> path.endsWith(KIND))
            .map(path -> path.substring(0, path.length() - KIND.length() + 1))
            .toList();
    Map<String, Object> complete = new TreeMap<>(base.asMap());
    schema
        .resolve(base, problem -> {})
        .asMap()
        .forEach(
            (path, value) -> {
              if (!derived.contains(path) && varying.stream().noneMatch(path::startsWith)) {
                complete.put(path, value);
              }
            });
    complete.remove(SweepHeader.OBSERVED);
    return Settings.of(complete);
  }

  /** Returns settings as nested HOCON sections. */
  static Map<String, Object> nested(Settings settings) {
    Map<String, Object> top = new TreeMap<>();
    settings
        .asMap()
        .forEach(
            (path, value) -> {
              Map<String, Object> section = top;
              String rest = path;
              for (int dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
                String head = rest.substring(0, dot);
                if (section.containsKey(head) && !(section.get(head) instanceof Map)) {
                  break; // A layer and a tensor of it have values; the tensor's name is quoted.
                }
                section = inner(section, head);
                rest = rest.substring(dot + 1);
              }
              section.put(rest, plain(value));
            });
    return top;
  }

  @SuppressWarnings("unchecked") // Only this class puts maps there.
  private static Map<String, Object> inner(Map<String, Object> section, String name) {
    return (Map<String, Object>) section.computeIfAbsent(name, n -> new TreeMap<String, Object>());
  }

  private static Object plain(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(ResolvedText::plain).toList();
    }
    return value instanceof Settings settings ? nested(settings) : value;
  }
}
