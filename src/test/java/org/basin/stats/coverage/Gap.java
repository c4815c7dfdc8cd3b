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
              List.of("probability of improvement, Newcombe | 0.8 | ")),
          new Gap(
              "c",
              "The interval allows for every place between two observations.",
              List.of("0.5-quantile, Turnbull, between observations | ")),
          new Gap(
              "d",
              "Crossings are taken as exact, and come late by up to the distance of two observations,"
                  + " which more seeds do not mend.",
              List.of("0.5-quantile, Brookmeyer–Crowley, taken as exact | ")),
          new Gap(
              "e",
              "The logistic curve is symmetric, and the fraction of these trials against the axis is"
                  + " not on this scale. The fitted boundary is off by 2 % (normal law, log scale) or"
                  + " 8 % (others, linear scale), which many seeds make visible.",
              List.of(
                  "logistic, profile likelihood, log scale | seeds do nothing | normal",
                  "logistic, profile likelihood, log scale | a seed shifts its curve | normal",
                  "logistic, profile likelihood, log scale | a seed tilts its curve | normal",
                  "logistic, profile likelihood, linear scale | seeds do nothing | log-",
                  "logistic, profile likelihood, linear scale | a seed shifts its curve | log-",
                  "logistic, profile likelihood, linear scale | a seed tilts its curve | log-")));

  static Optional<Gap> of(String combination) {
    return KNOWN.stream()
        .filter(gap -> gap.combinations.stream().anyMatch(combination::startsWith))
        .findFirst();
  }
}
