package org.basin.stats.coverage;

import java.util.List;
import java.util.Optional;

/**
 * Why the intervals of some combinations hold the truth in less than 93 or more than 97 % of large
 * sweeps.
 *
 * @param mark its letter in the table
 * @param reason why, as the page says it
 * @param combinations the kind of interval, its setting and the law of each
 */
record Gap(String mark, String reason, List<String> combinations) {

  private static final List<Gap> KNOWN =
      List.of(
          new Gap(
              "a",
              "the mean of a skewed sample is itself skewed, and more so the heavier the tail; read"
                  + " the median, the interquartile mean, or the mean on the log scale",
              List.of(
                  "mean, Student's t | none | log-normal",
                  "mean, Student's t | none | log-logistic")));

  static Optional<Gap> of(String combination) {
    return KNOWN.stream().filter(gap -> gap.combinations.contains(combination)).findFirst();
  }
}
