package org.basin.stats.curve;

import java.util.Locale;

/** Why no law describes a curve. */
public enum NoLaw {
  /** The window has fewer than {@link RateSearch.Choice#minPoints} observations. */
  FEW,
  /** The curve is 0 or changes its sign within the window, so it has no logarithm. */
  SIGN,
  /** The curve does not move within the window. */
  CONSTANT,
  /** The fit of every law fails, or its exponent is at an end of what is searched. */
  UNIDENTIFIED,
  /** No law describes the curve better than a constant does. */
  FLAT,
  /** The best law leaves residuals that are neither small nor without order. */
  SYSTEMATIC;

  /** The name in tables. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
