package org.basin.cli;

import java.util.Locale;

/** How a number of things is written to a person. */
final class CountText {
  private CountText() {}

  /** With groups of three digits: {@code 1,250,000}. */
  static String of(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** With the noun, whose plural is regular: {@code 1 point}, {@code 2 points}. */
  static String of(long count, String noun) {
    return of(count) + " " + noun + (count == 1 ? "" : "s");
  }
}
