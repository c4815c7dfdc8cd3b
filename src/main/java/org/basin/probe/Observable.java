package org.basin.probe;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.basin.settings.Range;

/**
 * What a kind of probe declares of one observable that it records.
 *
 * @param name what tables call it; {@code <tensor>} and other words in angle brackets stand for
 *     what depends on the trial, and square brackets enclose what is there only where it is given:
 *     {@code distance[.<name>]}
 * @param component what one component is, such as {@code neuron}; empty for a scalar
 * @param unit of its values, such as {@code degrees}, {@code steps}, or the quantity whose unit
 *     they have, such as {@code loss}; empty for a pure number
 * @param range of its finite values, apart from rounding
 * @param formula what is computed, and where it is undefined and so NaN; one line
 */
public record Observable(String name, String component, String unit, Range range, String formula) {

  private static final Pattern PART = Pattern.compile("<[^<>]+>|\\[|\\]|[^<\\[\\]]+");

  public Observable {
    Objects.requireNonNull(name);
    Objects.requireNonNull(component);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(range);
    Objects.requireNonNull(formula);
  }

  /** An observable of one number a step. */
  public static Observable scalar(String name, String unit, Range range, String formula) {
    return new Observable(name, "", unit, range, formula);
  }

  /** An observable of several numbers a step: one for each {@code component}, counted from 0. */
  public static Observable each(
      String component, String name, String unit, Range range, String formula) {
    return new Observable(name, component, unit, range, formula);
  }

  public boolean isScalar() {
    return component.isEmpty();
  }

  /** Whether {@code recorded} is a name that this declares. */
  public boolean matches(String recorded) {
    StringBuilder pattern = new StringBuilder();
    Matcher parts = PART.matcher(name);
    while (parts.find()) {
      String part = parts.group();
      switch (part.charAt(0)) {
        case '<' -> pattern.append(".+");
        case '[' -> pattern.append("(");
        case ']' -> pattern.append(")?");
        default -> pattern.append(Pattern.quote(part));
      }
    }
    return recorded.matches(pattern.toString());
  }
}
