package org.basin.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Settings with which every kind of Basin's own trains within seconds, and whole trials that they
 * fit into. They stand in {@code starter.conf}.
 */
public final class Examples {

  private static final String FILE = "org/basin/config/starter.conf";
  private static final String DATA = "org/basin/config/starter.csv";
  private static final String KIND = "kind";

  /** A setting that a starter may vary, and what its value is multiplied by. */
  public record Varied(String path, List<Double> factors) {

    public Varied {
      factors = List.copyOf(factors);
    }
  }

  private final Config all;

  private Examples(Config all) {
    this.all = all;
  }

  /** Reads those that are part of this program. */
  public static Examples load() {
    return new Examples(ConfigFactory.parseResources(Examples.class.getClassLoader(), FILE));
  }

  /** The content of a small CSV file for the data of kind {@code csv}. */
  public static String csv() {
    try (InputStream file = Examples.class.getClassLoader().getResourceAsStream(DATA)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whole trials, the best to begin with first: each has an example for every slot. */
  public List<Map<String, Example>> trials() {
    List<Map<String, Example>> trials = new ArrayList<>();
    for (ConfigObject recipe : all.getObjectList("recipes")) {
      Map<String, Example> trial = new TreeMap<>();
      recipe.forEach((slot, value) -> trial.put(slot, ofRecipe(slot, value)));
      trials.add(trial);
    }
    return trials;
  }

  private Example ofRecipe(String slot, ConfigValue value) {
    return value instanceof ConfigObject section
        ? example(section)
        : of(slot, (String) value.unwrapped()).orElseThrow();
  }

  /** The example of a kind; empty if there is none, as for a kind of another jar. */
  public Optional<Example> of(String slot, String kind) {
    ConfigObject kinds = all.getObject("kinds." + slot);
    return kinds.get(kind) instanceof ConfigObject section
        ? Optional.of(new Example(kind, example(section).values()))
        : Optional.empty();
  }

  /** The example of a section that stands in every starter, such as {@code seeds}. */
  public Example section(String name) {
    return example(all.getObject("sections." + name));
  }

  /** The settings that a starter may vary, the best first. */
  public List<Varied> varied() {
    return all.getConfigList("axes").stream()
        .map(axis -> new Varied(axis.getString("path"), axis.getDoubleList("factors")))
        .toList();
  }

  private static Example example(ConfigObject section) {
    Map<String, String> values = new TreeMap<>();
    section.forEach((key, value) -> values.put(key, text(value)));
    String kind = values.remove(KIND);
    return new Example(kind == null ? "" : kind, values);
  }

  /** A value as one would write it: a section with its kind first. */
  private static String text(ConfigValue value) {
    if (value instanceof ConfigList list) {
      return list.stream().map(Examples::text).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof ConfigObject section) {
      Example inner = example(section);
      List<String> parts = new ArrayList<>();
      if (!inner.kind().isEmpty()) {
        parts.add(KIND + " = " + inner.kind());
      }
      new TreeMap<>(inner.values()).forEach((key, each) -> parts.add(key + " = " + each));
      return "{ " + String.join(", ", parts) + " }";
    }
    return value.render(ConfigRenderOptions.concise().setJson(false));
  }
}
