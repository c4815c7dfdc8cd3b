package org.basin.probe;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.basin.settings.Range;

/**
 * The declaration of one observable that a kind of probe records.
 *
 * @param name its name in tables. Words in angle brackets, such as {@code <tensor>}, stand for
 *     parts that depend on the trial. Square brackets enclose a part that may be absent: {@code
 *     distance[.<name>]}
 * @param component the thing that one component of the observable belongs to, such as {@code
 *     neuron}; empty for a scalar
 * @param unit the unit of its values, such as {@code degrees}, {@code steps}, or the quantity whose
 *     unit they have, such as {@code loss}; empty for a pure number
 * @param range the range of its finite values, up to rounding errors
 * @param formula one line that says what is computed, and when it is undefined and so NaN
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

  /** Declares an observable with one number per step. */
  public static Observable scalar(String name, String unit, Range range, String formula) {
    return new Observable(name, "", unit, range, formula);
  }

  /**
   * Declares an observable with several numbers per step, one for each {@code component}, counted
   * from 0.
   */
  public static Observable each(
      String component, String name, String unit, Range range, String formula) {
    return new Observable(name, component, unit, range, formula);
  }

  public boolean isScalar() {
    return component.isEmpty();
  }

  /** Whether this declares an observable with the name {@code recorded}. */
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
