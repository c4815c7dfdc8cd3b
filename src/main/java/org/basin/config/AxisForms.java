package org.basin.config;

import java.util.List;
import org.basin.plan.AxisValues;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * Computes the numbers of an axis from the section that defines them: a list for each digit, by
 * path.
 */
final class AxisForms {

  private AxisForms() {}

  /**
   * Computes the numbers.
   *
   * @param path names the random stream, so that axes with the same seed differ
   * @throws SpecException if the settings of the section contradict each other
   */
  static List<List<Double>> of(Section form, String path) {
    try {
      return form.kind().equals("sobol")
          ? sobol(form)
          : along(form, path).stream().map(List::of).toList();
    } catch (IllegalArgumentException e) {
      throw new SpecException(form.path(), e.getMessage());
    }
  }

  private static List<Double> along(Section form, String path) {
    return switch (form.kind()) {
      case "range" -> AxisValues.range(form.real("from"), form.real("to"), form.real("step"));
      case "lin-space" ->
          AxisValues.linSpace(form.real("from"), form.real("to"), form.whole("count"));
      case "log-space" ->
          AxisValues.logSpace(form.real("from"), form.real("to"), form.whole("count"));
      case "random" -> random(form, path);
      default -> throw new IllegalStateException(form.kind());
    };
  }

  private static List<Double> random(Section form, String path) {
    String distribution = form.text("distribution");
    boolean normal = distribution.equals("normal");
    need(form, normal, List.of("mean", "std"), distribution);
    need(form, !normal, List.of("from", "to"), distribution);
    long count = form.whole("count");
    long seed = form.whole("seed");
    if (normal) {
      return AxisValues.normal(form.real("mean"), form.real("std"), count, seed, path);
    }
    double from = form.real("from");
    double to = form.real("to");
    return distribution.equals("uniform")
        ? AxisValues.uniform(from, to, count, seed, path)
        : AxisValues.logUniform(from, to, count, seed, path);
  }

  /** Requires the keys if {@code wanted}, and forbids them otherwise. */
  private static void need(Section form, boolean wanted, List<String> keys, String distribution) {
    for (String key : keys) {
      if (form.has(key) != wanted) {
        String given = distribution.equals("normal") ? "mean and std" : "from and to";
        throw new SpecException(
            form.path() + "." + key,
            (wanted ? "is missing, " : "has no meaning, ")
                + distribution
                + " is given by "
                + given);
      }
    }
  }

  private static List<List<Double>> sobol(Section form) {
    List<AxisValues.Interval> intervals =
        form.sections("dimensions").stream()
            .map(
                each ->
                    new AxisValues.Interval(
                        each.real("from"), each.real("to"), each.text("scale").equals("log")))
            .toList();
    return AxisValues.sobol(intervals, form.whole("count"));
  }
}
