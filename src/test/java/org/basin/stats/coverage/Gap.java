package org.basin.stats.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why the intervals of some combinations hold the truth in less than 93 or more than 97 %. */
enum Gap {
  SKEWED(
      "the mean of a skewed sample is itself skewed, and more so the heavier the tail; read the"
          + " median, the interquartile mean, or the mean on the log scale",
      "mean, Student's t, NONE, LOG_NORMAL",
      "mean, Student's t, NONE, LOG_LOGISTIC");

  private final String reason;
  private final List<String> combinations;

  Gap(String reason, String... combinations) {
    this.reason = reason;
    this.combinations = List.of(combinations);
  }

  static Optional<Gap> of(String kind, Censoring censoring, TimeLaw law) {
    String combination = kind + ", " + censoring + ", " + law;
    return Arrays.stream(values())
        .filter(gap -> gap.combinations.contains(combination))
        .findFirst();
  }

  String reason() {
    return reason;
  }

  /** The reason's letter in the table. */
  String mark() {
    return Character.toString('a' + ordinal()).toLowerCase(Locale.ROOT);
  }
}
