package org.basin.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    Expression condition = where.isEmpty() ? null : condition(where);
    if (!where.isEmpty() && (condition == null || !isCondition(condition))) {
      return false;
    }
    for (String path : along) {
      if (form.isLogarithmicInX() && !isPositive(path, condition)) {
        String must = ", must be exponential or linear where ";
        tell.accept(
            "form", "is " + form.text() + must + path + " has values that are not positive");
        return false;
      }
    }
    return true;
  }

  private Expression condition(String where) {
    Set<String> names = new TreeSet<>();
    axes.forEach(axis -> axis.paths().forEach(path -> names.add(Variables.name(path))));
    try {
      return Expression.compile(where, names);
    } catch (IllegalArgumentException e) {
      tellOf(where, e.getMessage());
      return null;
    }
  }

  /**
   * Whether an expression is a condition; if not, that is told. It is tried at the first values of
   * its axes. It may hold nowhere: a control leaves out values, too.
   */
  private boolean isCondition(Expression where) {
    Map<String, Object> first = new HashMap<>();
    axes.forEach(axis -> axis.values().stream().limit(1).forEach(row -> put(axis, row, first)));
    try {
      var unused = mayHold(where, first);
      return true;
    } catch (IllegalArgumentException e) {
      tellOf(where.toString(), e.getMessage());
      return false;
    }
  }

  private static boolean isNamed(AxisDraft axis, Expression where) {
    return axis.paths().stream().map(Variables::name).anyMatch(where.variables()::contains);
  }

  /** Where the axis leaves a key as the trial has it, its value is not known here. */
  private static boolean mayHold(Expression where, Map<String, Object> values) {
    return !values.keySet().containsAll(where.variables()) || where.truth(values);
  }

  private static void put(AxisDraft axis, List<Object> row, Map<String, Object> into) {
    for (int p = 0; p < row.size(); p++) {
      if (row.get(p) != null) {
        into.put(Variables.name(axis.paths().get(p)), row.get(p));
      }
    }
  }

  /**
   * Whether no value is zero or negative where the condition may hold. One that names other axes as
   * well may exclude any value.
   */
  private boolean isPositive(String path, Expression where) {
    return axes.stream()
        .filter(axis -> axis.paths().contains(path))
        .filter(axis -> where == null || !isNamed(axis, where) || isNamedAlone(axis, where))
        .allMatch(
            axis ->
                axis.values().stream()
                    .filter(row -> !isExcluded(where, axis, row))
                    .map(row -> row.get(axis.paths().indexOf(path)))
                    .filter(Objects::nonNull)
                    .allMatch(value -> ((Number) value).doubleValue() > 0));
  }

  /** As in the table: where a condition cannot be computed, it does not hold. */
  private static boolean isExcluded(Expression where, AxisDraft axis, List<Object> row) {
    if (where == null || !isNamed(axis, where)) {
      return false;
    }
    Map<String, Object> values = new HashMap<>();
    put(axis, row, values);
    try {
      return !mayHold(where, values);
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private boolean isNamedAlone(AxisDraft axis, Expression where) {
    return axes.stream().allMatch(other -> other.equals(axis) || !isNamed(other, where));
  }

  private void tellOf(String where, String problem) {
    tell.accept("where", "is \"" + where + "\"; it " + problem);
  }
}
