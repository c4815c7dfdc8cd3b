package org.basin.chart;

import java.util.Locale;

/** Dark ink on light paper, or the reverse. */
public enum Theme {
  LIGHT,
  DARK;

  /** Returns the theme's name in {@code colours.js}. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
