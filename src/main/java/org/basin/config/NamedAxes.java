package org.basin.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.basin.settings.Nearest;
import org.basin.settings.Section;

/**
 * The axes that entries of an analysis name.
 *
 * @param axes the sweep's axes
 * @param canonical returns the path of the axis that a text means
 * @param tell receives the path and the text of each problem
 */
record NamedAxes(
    List<AxisDraft> axes, UnaryOperator<String> canonical, BiConsumer<String, String> tell) {

  /** The paths at a key of an entry; null if one is none of an axis, which is told. */
  List<String> axisPaths(Section section, String key) {
    List<String> texts = section.texts(key);
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      paths.add(axisPath(section, key + "[" + i + "]", texts.get(i)));
    }
    return paths.stream().allMatch(Objects::nonNull) && areDifferent(section, key, paths)
        ? paths
        : null;
  }

  /** Whether the texts of a list at a key of an entry differ; if not, that is told. */
  boolean areDifferent(Section section, String key, List<String> texts) {
    Set<String> seen = new TreeSet<>();
    boolean different = true;
    for (int i = 0; i < texts.size(); i++) {
      if (!seen.add(texts.get(i))) {
        different = false;
        tell.accept(
            AnalysisReader.path(section) + "." + key + "[" + i + "]",
            "is " + texts.get(i) + " again, must differ");
      }
    }
    return different;
  }

  /** The path that a text at a key of an entry means; null if it is none of an axis. */
  String axisPath(Section section, String key, String text) {
    String path = canonical.apply(text);
    if (axis(path).isPresent()) {
      return path;
    }
    Set<String> known = new TreeSet<>();
    axes.forEach(axis -> known.addAll(axis.paths()));
    String hint = known.isEmpty() ? "the sweep has none" : Nearest.hint(path, known);
    tell.accept(
        AnalysisReader.path(section) + "." + key,
        "is " + path + ", must be a path of an axis; " + hint);
    return null;
  }

  /**
   * The axes with a law for each value: those that are named, or all that are not along.
   *
   * @return null if a name is wrong, or {@code along} is null
   */
  List<String> by(Section section, List<String> along) {
    List<String> named = axisPaths(section, AnalysisKeys.BY);
    if (along == null || named == null) {
      return null;
    }
    if (!named.isEmpty()) {
      Optional<String> twice = named.stream().filter(along::contains).findFirst();
      twice.ifPresent(
          path ->
              tell.accept(
                  AnalysisReader.path(section) + "." + AnalysisKeys.BY,
                  "has " + path + ", must be another axis than along"));
      return twice.isPresent() ? null : named;
    }
    return axes.stream()
        .filter(axis -> axis.paths().stream().noneMatch(along::contains))
        .flatMap(axis -> axis.paths().stream())
        .distinct()
        .toList();
  }

  /** Whether all values of an axis are numbers; if not, that is told. */
  boolean isNumeric(Section section, String path) {
    boolean numeric = values(path).allMatch(Number.class::isInstance);
    if (!numeric) {
      tell.accept(
          AnalysisReader.path(section) + "." + AnalysisKeys.ALONG,
          "has " + path + ", must be an axis of numbers");
    }
    return numeric;
  }

  /** The values that an axis gives to a path. */
  Stream<Object> values(String path) {
    AxisDraft axis = axis(path).orElseThrow();
    int p = axis.paths().indexOf(path);
    return axis.values().stream().map(row -> row.get(p)).filter(Objects::nonNull);
  }

  private Optional<AxisDraft> axis(String path) {
    return axes.stream().filter(axis -> axis.paths().contains(path)).findFirst();
  }
}
