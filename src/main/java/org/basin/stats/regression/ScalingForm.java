package org.basin.stats.regression;

import java.util.Arrays;
import java.util.Locale;

/** The form of a law y(x). */
public enum ScalingForm {
  /** y = A x^b: a straight line of ln y on ln x. */
  POWER,
  /** y = a + b ln x. */
  LOGARITHMIC,
  /** y = A exp(b x): a straight line of ln y on x. */
  EXPONENTIAL,
  /** y = a + b x. */
  LINEAR,
  /** y = E + A x^(−α). */
  OFFSET_POWER;

  /** Whether the law is a straight line of ln y. */
  public boolean isLogarithmicInY() {
    return this == POWER || this == EXPONENTIAL;
  }

  /** Whether the law takes the logarithm of x. */
  public boolean isLogarithmicInX() {
    return this == POWER || this == LOGARITHMIC || this == OFFSET_POWER;
  }

  /** The name in sweep files and tables: {@code offset-power}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The form called {@code text}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ScalingForm of(String text) {
    return Arrays.stream(values())
        .filter(form -> form.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no form " + text));
  }
}
