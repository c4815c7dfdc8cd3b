package org.basin.cli.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.basin.cli.help.Entry;
import org.basin.cli.help.Glossary;
import org.basin.config.ConfigException;
import org.basin.config.Example;
import org.basin.config.Examples;
import org.basin.config.SweepReader;
import org.basin.settings.Key;
import org.basin.settings.Nearest;

/**
 * Chooses what stands in a starter: the first of the example trials into which the kinds that are
 * asked for can be put, as a dry build of it shows.
 */
public final class Starter {
  /** What stands for the sweep's name in an example. */
  private static final String CSV = "csv";

  private static final String DATA = "data";

  private final Examples examples = Examples.load();
  private final Glossary glossary = Glossary.load();
  private final StarterText text = new StarterText(examples, glossary);

  /**
   * A starter.
   *
   * @param text the sweep file
   * @param csv the content of the data file beside it; empty if it needs none
   * @param missing keys that it does not set although they are required, and folders of data that
   *     are not there; empty if it runs as it is
   */
  public record Draft(String text, String csv, List<String> missing) {

    public Draft {
      missing = List.copyOf(missing);
    }
  }

  /** The kinds of a slot. */
  public List<String> kinds(String slot) {
    return slot(slot).kinds().stream().map(Entry.Kind::name).toList();
  }

  /**
   * Makes a starter.
   *
   * @param file where it will stand; its name is the sweep's, without an ending
   * @param name the sweep's name
   * @param asked the kinds that it must have, by slot
   * @throws IllegalArgumentException if there is no such kind, or if the kinds do not go together;
   *     the message is a line
   */
  public Draft draft(Path file, String name, Map<String, String> asked) {
    asked.forEach(this::require);
    Map<String, Example> wanted = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    asked.forEach(
        (slot, kind) ->
            wanted.put(slot, examples.of(slot, kind).orElseGet(() -> new Example(kind, Map.of()))));
    wanted.forEach((slot, example) -> missing.addAll(unset(slot, example)));
    boolean isCsv = CSV.equals(asked.get(DATA));
    String csv = isCsv ? Examples.csv() : "";
    Path data = file.resolveSibling(name + "." + CSV);
    boolean asksForFolder = wanted.containsKey(DATA) && readsFolder(wanted.get(DATA));
    String problem = "";
    List<Map<String, Example>> recipes = new ArrayList<>(examples.trials());
    // Some kinds only train in the example that is made for them.
    recipes.sort(Comparator.comparingLong(recipe -> -matches(recipe, asked)));
    for (Map<String, Example> recipe : recipes) {
      if (readsFolder(recipe.get(DATA)) != asksForFolder) {
        continue;
      }
      Map<String, Example> trial = combined(recipe, wanted);
      List<String> absent = absent(trial.get(DATA));
      if (!missing.isEmpty() || !absent.isEmpty()) {
        absent.addAll(missing);
        return new Draft(text.of(name, placed(trial, data)), csv, absent);
      }
      Optional<String> why = problem(name, trial, csv);
      if (why.isEmpty()) {
        return new Draft(text.of(name, placed(trial, data)), csv, List.of());
      }
      problem = problem.isEmpty() ? why.get() : problem;
    }
    throw new IllegalArgumentException("these kinds do not go together: " + problem);
  }

  private static long matches(Map<String, Example> recipe, Map<String, String> asked) {
    return asked.entrySet().stream()
        .filter(each -> recipe.get(each.getKey()).kind().equals(each.getValue()))
        .count();
  }

  private void require(String slot, String kind) {
    if (!kinds(slot).contains(kind)) {
      throw new IllegalArgumentException(
          "no kind of " + slot + " is called " + kind + "; " + Nearest.hint(kind, kinds(slot)));
    }
  }

  private static Map<String, Example> combined(
      Map<String, Example> recipe, Map<String, Example> wanted) {
    Map<String, Example> trial = new TreeMap<>(recipe);
    wanted.forEach(
        (slot, example) -> {
          if (!recipe.get(slot).kind().equals(example.kind())) {
            trial.put(slot, example);
          }
        });
    return trial;
  }

  /** The trial with the path of its own data file. */
  private static Map<String, Example> placed(Map<String, Example> trial, Path data) {
    Map<String, Example> placed = new TreeMap<>(trial);
    if (trial.get(DATA).kind().equals(CSV)) {
      placed.put(DATA, trial.get(DATA).with("file", '"' + data.toString() + '"'));
    }
    return placed;
  }

  /** The required keys of a kind that its example does not set. */
  private List<String> unset(String slot, Example example) {
    return kind(slot, example).keys().stream()
        .filter(key -> examples.of(slot, example.kind()).isEmpty())
        .filter(key -> glossary.isRequired(slot + "." + example.kind(), key))
        .map(key -> "trial." + slot + "." + key.name())
        .toList();
  }

  /** The folders of data that are not there. */
  private List<String> absent(Example data) {
    List<String> absent = new ArrayList<>();
    for (Key key : kind(DATA, data).keys()) {
      String value = data.values().get(key.name());
      if (key.type() == Key.Type.FOLDER && value != null && !Files.isDirectory(Path.of(value))) {
        absent.add("the folder " + value);
      }
    }
    return absent;
  }

  private boolean readsFolder(Example data) {
    return kind(DATA, data).keys().stream().anyMatch(key -> key.type() == Key.Type.FOLDER);
  }

  private Entry.Kind kind(String slot, Example example) {
    return slot(slot).kinds().stream()
        .filter(kind -> kind.name().equals(example.kind()))
        .findFirst()
        .orElseThrow();
  }

  private Entry.Slot slot(String name) {
    return glossary.slots().stream()
        .filter(slot -> slot.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Plans the starter from a folder of its own, and returns what is wrong with it. */
  private Optional<String> problem(String name, Map<String, Example> trial, String csv) {
    try {
      Path folder = Files.createTempDirectory("basin-new");
      Path file = folder.resolve(name + ".conf");
      Path data = folder.resolve(name + "." + CSV);
      try {
        Files.writeString(file, text.of(name, placed(trial, data)));
        if (!csv.isEmpty()) {
          Files.writeString(data, csv);
        }
        new SweepReader().read(file, List.of());
        return Optional.empty();
      } catch (ConfigException e) {
        return Optional.of(e.problems().get(0).replaceFirst("^.*?\\.conf:\\d+: ", ""));
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(data);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
