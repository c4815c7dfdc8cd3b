package org.basin.stats.curve;

import java.util.Arrays;
import java.util.Locale;

/** A law by which a positive curve y moves with the step n. */
public enum RateLaw {
  /** A exp(−c n): ln y is a line in n. Its parameter is c, per step. */
  EXPONENTIAL(2),
  /** A n^(−α): ln y is a line in ln n. Its parameter is α. */
  POWER(2),
  /** A exp(−c n^p), p &gt; 0. Its parameter is p. */
  STRETCHED(3),
  /** A (ln n)^(−β): ln y is a line in ln ln n. Its parameter is β. */
  LOGARITHMIC(2),
  /** E + A n^(−α), E &gt; 0 and α &gt; 0. Its parameter is α. */
  OFFSET_POWER(3);

  private final int parameters;

  RateLaw(int parameters) {
    this.parameters = parameters;
  }

  /** The number of parameters, the amplitude A among them. */
  public int parameters() {
    return parameters;
  }

  /** The name in sweep files and tables: {@code offset-power}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The law called {@code text}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static RateLaw of(String text) {
    return Arrays.stream(values())
        .filter(law -> law.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no law " + text));
  }
}
