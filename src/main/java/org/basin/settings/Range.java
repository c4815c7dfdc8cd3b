package org.basin.settings;

import java.io.Serializable;
import java.util.List;

/**
 * The legal values of a number (an interval, each end open or closed) or of a text (a set of
 * options). NaN is never legal.
 *
 * @param low the min value
 * @param lowOpen whether {@code low} itself is excluded
 * @param high the max value
 * @param highOpen whether {@code high} itself is excluded
 * @param options the legal texts; empty if the range is of numbers
 */
public record Range(
    double low, boolean lowOpen, double high, boolean highOpen, List<String> options)
    implements Serializable {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /** Every finite number; every text. */
  public static final Range ANY = new Range(-INFINITY, true, INFINITY, true, List.of());

  /** x &gt; 0. */
  public static final Range POSITIVE = new Range(0, true, INFINITY, true, List.of());

  /** x ≥ 0. */
  public static final Range NON_NEGATIVE = new Range(0, false, INFINITY, true, List.of());

  public Range {
    options = List.copyOf(options);
  }

  /** x ≥ {@code low}. */
  public static Range atLeast(double low) {
    return new Range(low, false, INFINITY, true, List.of());
  }

  /** {@code low} ≤ x ≤ {@code high}. */
  public static Range closed(double low, double high) {
    return new Range(low, false, high, false, List.of());
  }

  /** {@code low} ≤ x &lt; {@code high}. */
  public static Range closedOpen(double low, double high) {
    return new Range(low, false, high, true, List.of());
  }

  /** One of {@code options}. */
  public static Range of(String... options) {
    return new Range(-INFINITY, true, INFINITY, true, List.of(options));
  }

  /** Whether {@code x} is legal; never true of NaN. */
  public boolean contains(double x) {
    return (lowOpen ? x > low : x >= low) && (highOpen ? x < high : x <= high);
  }

  /** Whether {@code text} is legal. */
  public boolean contains(String text) {
    return options.isEmpty() || options.contains(text);
  }

  /**
   * The range in words for an error, such as {@code > 0} or {@code between 0 and 1 (1 excluded)}.
   */
  @Override
  public String toString() {
    if (!options.isEmpty()) {
      return "one of " + String.join(", ", options);
    }
    boolean bounded = high < INFINITY;
    if (low == -INFINITY && !bounded) {
      return "a finite number";
    }
    if (!bounded) {
      return (lowOpen ? "> " : ">= ") + number(low);
    }
    if (low == -INFINITY) {
      return (highOpen ? "< " : "<= ") + number(high);
    }
    return "between " + end(low, lowOpen) + " and " + end(high, highOpen);
  }

  private static String end(double x, boolean open) {
    return number(x) + (open ? " (excluded)" : "");
  }

  private static String number(double x) {
    return x == Math.rint(x) && Math.abs(x) < 1e15 ? Long.toString((long) x) : Double.toString(x);
  }
}
