package org.basin.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.basin.settings.Nearest;
import org.basin.settings.Section;
import org.basin.settings.Settings;
import org.basin.settings.SpecException;

/** Reads the list {@code axes}. */
final class AxisReader {

  private static final String ZIP = "zip";
  private static final String SOBOL = "sobol";
  private static final String VALUES = "values";
  private static final String PATH = "path";
  private static final String ONLY_WHEN = "only-when";

  /** The forms of an axis. An axis has exactly one of them. */
  private static final List<String> FORMS =
      List.of(VALUES, "range", "lin-space", "log-space", "random", SOBOL, ZIP);

  /**
   * The forms whose numbers are rounded where the key is an integer, because they rarely give
   * integers.
   */
  private static final Set<String> ROUNDED = Set.of("log-space", "random");

  private final Reading reading;
  private final AxisTyping typing;

  AxisReader(Reading reading) {
    this.reading = reading;
    this.typing = new AxisTyping(reading);
  }

  /** Returns the axes that can be read, and reports the problems of the others. */
  List<AxisDraft> read(ConfigValue value) {
    return list("axes", value, false);
  }

  private List<AxisDraft> list(String name, ConfigValue value, boolean zipped) {
    if (!(value instanceof ConfigList list)) {
      reading.values().add(value.origin(), name + " must be a list, [ { path = …, values = … } ]");
      return List.of();
    }
    List<AxisDraft> drafts = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String each = name + "[" + i + "]";
      if (list.get(i) instanceof ConfigObject object) {
        AxisDraft draft = axis(each, object, zipped);
        if (draft != null) {
          drafts.add(draft);
        }
      } else {
        reading
            .values()
            .add(list.get(i).origin(), each + " must be a section, { path = …, values = … }");
      }
    }
    return drafts;
  }

  private AxisDraft axis(String name, ConfigObject object, boolean zipped) {
    Place place = Place.of(object.origin());
    Set<String> forms = new TreeSet<>(object.keySet());
    forms.retainAll(FORMS);
    if (!checkKeys(name, object, forms, zipped)) {
      return null;
    }
    if (forms.size() != 1) {
      reading
          .keys()
          .add(
              place,
              forms.isEmpty()
                  ? name + " has no values, must have one of " + String.join(", ", FORMS)
                  : name + " has " + String.join(" and ", forms) + ", must have one of them");
      return null;
    }
    AxisDraft draft =
        switch (forms.iterator().next()) {
          case ZIP -> zip(name, place, object.get(ZIP));
          case SOBOL -> sobol(name, place, object.get(SOBOL));
          default -> along(name, place, object, forms.iterator().next());
        };
    String condition = object.containsKey(ONLY_WHEN) ? text(name, object, ONLY_WHEN) : "";
    if (condition != null && condition.isBlank() && object.containsKey(ONLY_WHEN)) {
      reading
          .values()
          .add(object.get(ONLY_WHEN).origin(), name + ".only-when is empty, must be an expression");
    }
    return draft == null || condition == null ? null : draft.withCondition(condition);
  }

  private boolean checkKeys(String name, ConfigObject object, Set<String> forms, boolean zipped) {
    Set<String> known = new TreeSet<>(FORMS);
    if (!forms.contains(ZIP) && !forms.contains(SOBOL)) {
      known.add(PATH);
    }
    if (zipped) {
      known.removeAll(Set.of(ZIP, SOBOL));
    } else {
      known.add(ONLY_WHEN);
    }
    boolean legal = true;
    for (String key : new TreeSet<>(object.keySet())) {
      if (!known.contains(key)) {
        legal = false;
        String owner = zipped ? " is not a key of a zipped axis; " : " is not a key of this axis; ";
        reading
            .keys()
            .add(object.get(key).origin(), name + "." + key + owner + Nearest.hint(key, known));
      }
    }
    return legal;
  }

  private AxisDraft zip(String name, Place place, ConfigValue value) {
    List<AxisDraft> parts = list(name + "." + ZIP, value, true);
    if (!(value instanceof ConfigList list) || parts.size() < list.size()) {
      return null;
    }
    if (parts.isEmpty()) {
      reading.values().add(place, name + ".zip is empty, must hold at least one axis");
      return null;
    }
    if (parts.stream().mapToInt(AxisDraft::size).distinct().count() > 1) {
      List<String> sizes = parts.stream().map(part -> String.valueOf(part.size())).toList();
      reading
          .values()
          .add(
              place,
              name + ".zip has axes of " + String.join(" and ", sizes) + " values, must be equal");
      return null;
    }
    return AxisDraft.zip(name, place, parts);
  }

  private AxisDraft sobol(String name, Place place, ConfigValue value) {
    Section section = form(name, value, SOBOL);
    if (section == null) {
      return null;
    }
    List<Section> dimensions = section.sections("dimensions");
    if (dimensions.isEmpty()) {
      reading.values().add(place, name + ".sobol.dimensions is empty, must name at least one path");
      return null;
    }
    List<String> paths = dimensions.stream().map(each -> each.text(PATH)).toList();
    boolean known = true;
    for (String path : paths) {
      known &= typing.checkPath(name + ".sobol", place, path);
    }
    return known ? spread(name, place, paths, true, () -> AxisForms.of(section, "")) : null;
  }

  private AxisDraft along(String name, Place place, ConfigObject object, String form) {
    String path = text(name, object, PATH);
    if (path == null || !typing.checkPath(name, Place.of(object.get(PATH).origin()), path)) {
      return null;
    }
    if (form.equals(VALUES)) {
      return listed(name, place, path, object.get(VALUES));
    }
    Section section = form(name, object.get(form), form);
    return section == null
        ? null
        : spread(
            name, place, List.of(path), ROUNDED.contains(form), () -> AxisForms.of(section, path));
  }

  private AxisDraft listed(String name, Place place, String path, ConfigValue value) {
    if (!(value instanceof ConfigList list) || list.isEmpty()) {
      reading.values().add(value.origin(), name + ".values must be a list of at least one value");
      return null;
    }
    FlatSettings flat =
        new FlatSettings(
            name,
            list.atKey(VALUES).root(),
            reading.keys(),
            at -> reading.schema().takesNames(path + at.substring(at.indexOf(']') + 1)));
    List<?> values = (List<?>) flat.settings().get(VALUES);
    if (values.size() < list.size()) {
      return null; // One of the values is null, which has been reported.
    }
    return typing.listed(name, place, path, values, Place.of(list));
  }

  private AxisDraft spread(
      String name,
      Place place,
      List<String> paths,
      boolean rounds,
      Supplier<List<List<Double>>> rows) {
    try {
      return typing.computed(name, place, paths, rows.get(), rounds);
    } catch (SpecException e) {
      reading.values().add(place, e.getMessage());
      return null;
    }
  }

  /** Returns the section of a form after checking its keys; null if something is wrong. */
  private Section form(String name, ConfigValue value, String form) {
    String path = name + "." + form;
    if (!(value instanceof ConfigObject object)) {
      reading.values().add(value.origin(), path + " must be a section, { … }");
      return null;
    }
    FlatSettings flat = new FlatSettings(path, object, reading.keys());
    boolean[] legal = {true};
    String slot = SweepSchema.AXIS + ".";
    Settings raw = SweepReader.prefixed(slot, flat.settings()).with(slot + "kind", form);
    Settings resolved =
        reading.resolve(reading.sweep(), flat, slot, path + ".", raw, problem -> legal[0] = false);
    return legal[0] ? new Section(path, resolved.under(SweepSchema.AXIS)) : null;
  }

  private String text(String name, ConfigObject object, String key) {
    ConfigValue value = object.get(key);
    if (value == null) {
      reading.keys().add(object.origin(), name + "." + key + " is missing, must be a text");
      return null;
    }
    if (value.valueType() != ConfigValueType.STRING) {
      reading.values().add(value.origin(), name + "." + key + " must be a text");
      return null;
    }
    return (String) value.unwrapped();
  }

  /**
   * Returns the paths that axes name, readable or not. What an axis sets is not missing from the
   * trial.
   */
  static Set<String> named(ConfigValue value) {
    Set<String> paths = new TreeSet<>();
    if (value instanceof ConfigList list) {
      list.forEach(each -> paths.addAll(named(each)));
    } else if (value instanceof ConfigObject object) {
      for (String key : List.of(ZIP, SOBOL, "dimensions")) {
        paths.addAll(object.containsKey(key) ? named(object.get(key)) : Collections.emptySet());
      }
      if (object.get(PATH) != null && object.get(PATH).unwrapped() instanceof String path) {
        paths.add(path);
      }
    }
    return paths;
  }
}
