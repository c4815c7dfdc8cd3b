package org.basin.chart;

import java.util.Locale;

/** How a layer shows its rows. */
public enum Mark {
  /** A line through the values. */
  LINE,
  /** A line that keeps each value until the next x, as survival curves do. */
  STEPS,
  /** A dot at each value. */
  POINTS,
  /** A vertical line from low to high at each x; an arrow where an end is unknown. */
  INTERVALS,
  /** The area from low to high. */
  BAND,
  /** A coloured cell for each pair of categories; {@code low} is the number that is coloured. */
  CELLS;

  /** Returns the mark's name in sweep files and charts. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the mark with this name. */
  public static Mark of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
