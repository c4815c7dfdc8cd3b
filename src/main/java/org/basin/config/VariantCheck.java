package org.basin.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads a file's sweep under its variants, as far as a {@link Draft}: so that a variant which
 * nobody chooses is checked nevertheless.
 */
final class VariantCheck {

  private static final String NAME = "name";

  private final Path file;
  private final Variants variants;
  private final Limits limits;
  private final Function<BiFunction<Place, String, String>, Reading> readings;

  /**
   * @param readings makes an empty reading, from what to say of its problems
   */
  VariantCheck(
      Path file,
      Variants variants,
      Limits limits,
      Function<BiFunction<Place, String, String>, Reading> readings) {
    this.file = file;
    this.variants = variants;
    this.limits = limits;
    this.readings = readings;
  }

  /**
   * The sweep under a variant or {@link Variants#NONE}.
   *
   * @param notes told what overrides leave of the sections they set
   * @throws ConfigException if a key or a value is wrong; it is told to {@code reading}
   */
  Draft draft(String variant, List<SetOption> overrides, Reading reading, Consumer<String> notes) {
    ConfigObject root =
        SweepText.resolve(variants.file(variant), overrides, limits, reading.text(), notes);
    ConfigObject sweep = Draft.section(root, Place.of(file), reading);
    String fallback = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    boolean isNamed =
        variant.equals(Variants.NONE)
            || variants.hasName(variant)
            || overrides.stream().anyMatch(each -> each.elements().equals(List.of("sweep", NAME)));
    return isNamed
        ? Draft.read(sweep, fallback, reading)
        : Draft.read(withSuffix(sweep, "-" + variant), fallback + "-" + variant, reading);
  }

  private static ConfigObject withSuffix(ConfigObject sweep, String suffix) {
    var name = sweep.get(NAME);
    return name != null && name.valueType() == ConfigValueType.STRING
        ? sweep.withValue(
            NAME,
            ConfigValueFactory.fromAnyRef(name.unwrapped() + suffix).withOrigin(name.origin()))
        : sweep;
  }

  /**
   * Checks the variants that are not chosen, without overrides: their keys and values, but not
   * whether trials can be built. What is wrong without any variant is not told of them.
   *
   * @throws ConfigException if there is anything wrong, with a line for each thing
   */
  void others(String chosen) {
    if (variants.all().isEmpty()) {
      return;
    }
    Problems problems = new Problems();
    Reading plain = readings.apply((place, text) -> text);
    Draft base = tryDraft(Variants.NONE, plain);
    Map<String, String> owners = new HashMap<>();
    if (base != null) {
      owners.put(base.header().name(), "the sweep itself");
    }
    for (Variant variant : variants.all()) {
      String name = variant.name();
      Reading reading = readings.apply((place, text) -> text);
      Draft draft = tryDraft(name, reading);
      if (draft != null) {
        checkName(variants.place(name), name, draft, owners, problems);
      } else if (!name.equals(chosen)) {
        addOwn(name, reading, plain, problems);
      }
    }
    problems.throwIfAny();
  }

  /** Adds what is wrong under a variant and not without it, of the first stage that has such. */
  private void addOwn(String variant, Reading reading, Reading plain, Problems problems) {
    Set<String> known = new HashSet<>();
    plain.stages().forEach(stage -> known.addAll(stage.texts()));
    for (Problems stage : reading.stages()) {
      Problems own = new Problems((place, text) -> variants.toldOfOther(variant, place, text));
      own.addAllBut(known, stage);
      problems.addAllBut(Set.of(), own);
      if (!own.isEmpty()) {
        return;
      }
    }
  }

  /** Two sweeps of one name would share a folder. */
  private static void checkName(
      Place place, String variant, Draft draft, Map<String, String> owners, Problems problems) {
    String path = Variants.KEY + "." + variant;
    String name = draft.header().name();
    String owner = owners.putIfAbsent(name, path);
    if (owner != null) {
      problems.add(
          place,
          path + " is called " + name + ", as " + owner + " is; must have a name of its own");
    }
  }

  /** Null if there is anything wrong. */
  private Draft tryDraft(String variant, Reading reading) {
    try {
      return draft(variant, List.of(), reading, note -> {});
    } catch (ConfigException e) {
      return null; // Told to the reading.
    }
  }
}
