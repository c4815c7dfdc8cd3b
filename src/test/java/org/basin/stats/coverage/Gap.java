package org.basin.stats.coverage;

import java.util.List;
import java.util.Optional;

/**
 * Why the intervals of some combinations hold the truth in less than 93 or more than 97 % of large
 * sweeps.
 *
 * @param mark its letter in the table
 * @param reason why, as the page says it
 * @param combinations how the names of combinations begin: kind, setting, law
 */
record Gap(String mark, String reason, List<String> combinations) {

  private static final List<Gap> KNOWN =
      List.of(
          new Gap(
              "a",
              "The mean of a skewed sample is itself skewed, the more the heavier the tail. Read the"
                  + " median, the interquartile mean or the geometric mean.",
              List.of(
                  "mean, Student's t | none | log-",
                  "mean, Student's t on the log scale | none | log-",
                  "mean, BCa | none | log-")),
          new Gap(
              "b",
              "The interval takes the two samples for independent. What seeds do to both widens it,"
                  + " so it errs on the safe side.",
              List.of("probability of improvement, Newcombe | 0.8 | ")));

  static Optional<Gap> of(String combination) {
    return KNOWN.stream()
        .filter(gap -> gap.combinations.stream().anyMatch(combination::startsWith))
        .findFirst();
  }
}
