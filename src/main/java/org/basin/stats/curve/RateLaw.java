package org.basin.stats.curve;

import java.util.Arrays;
import java.util.Locale;

/** A law by which a curve y moves with the step n. */
public enum RateLaw {
  /** A exp(−c n). */
  EXPONENTIAL,
  /** A n^(−α). */
  POWER,
  /** A exp(−c n^p). */
  STRETCHED,
  /** a − b ln n. */
  LOGARITHMIC,
  /** E + A n^(−α). */
  OFFSET_POWER;

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
