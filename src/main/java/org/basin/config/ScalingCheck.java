package org.basin.config;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.basin.settings.Expression;
import org.basin.settings.Variables;
import org.basin.stats.regression.ScalingForm;

/** Checks that a declared scaling law can be fitted along its axes. */
final class ScalingCheck {

  private final List<AxisDraft> axes;
  private final BiConsumer<String, String> tell;

  /**
   * Makes a check.
   *
   * @param tell is told the key and what is wrong with it
   */
  ScalingCheck(List<AxisDraft> axes, BiConsumer<String, String> tell) {
    this.axes = axes;
    this.tell = tell;
  }

  boolean passes(List<String> along, ScalingForm form, String where) {
    if (form == ScalingForm.OFFSET_POWER && along.size() > 1) {
      tell.accept("form", "is offset-power, must be another where along has several axes");
      return false;
    }
    if (!where.isEmpty()) {
      return isCondition(where);
    }
    for (String path : along) {
      if (form.isLogarithmicInX() && !isPositive(path)) {
        String must = ", must be exponential or linear where ";
        tell.accept(
            "form", "is " + form.text() + must + path + " has values that are not positive");
        return false;
      }
    }
    return true;
  }

  private boolean isCondition(String where) {
    Set<String> names = new TreeSet<>();
    axes.forEach(axis -> axis.paths().forEach(path -> names.add(Variables.name(path))));
    try {
      Expression.compile(where, names);
      return true;
    } catch (IllegalArgumentException e) {
      tell.accept("where", "is \"" + where + "\"; it " + e.getMessage());
      return false;
    }
  }

  private boolean isPositive(String path) {
    return axes.stream()
        .filter(axis -> axis.paths().contains(path))
        .flatMap(axis -> axis.values().stream().map(row -> row.get(axis.paths().indexOf(path))))
        .filter(Objects::nonNull)
        .allMatch(value -> ((Number) value).doubleValue() > 0);
  }
}
