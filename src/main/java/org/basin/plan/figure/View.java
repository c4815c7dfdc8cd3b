package org.basin.plan.figure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a figure can show without a query. */
public enum View {
  /** An observable by step: the median, and the band of the middle half of the trials. */
  CURVES,

  /** A measure of every point along an axis, with its interval and its scaling laws. */
  MEASURE,

  /** The fraction of trials with a verdict or a hit, along an axis or over two. */
  FRACTION,

  /** The fraction of trials that have hit, by step (Aalen and Johansen's estimate). */
  SURVIVAL;

  /** Returns the view's name in sweep files. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the view with this name; empty if there is none. */
  public static Optional<View> of(String text) {
    return Arrays.stream(values()).filter(view -> view.text().equals(text)).findFirst();
  }
}
