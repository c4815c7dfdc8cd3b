package org.basin.stats.coverage;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** What a seed does to all of its trials along an axis. */
enum SeedEffect {
  /** Nothing: the trials of one seed are as different as those of two. */
  NONE("seeds do nothing"),
  /** The normal scores of one seed's trials are correlated by ½, so its curve lies high or low. */
  SHIFT("a seed shifts its curve"),
  /** A seed's curve is steep or flat; at the ends of the axis that is 60 % of the variance. */
  TILT("a seed tilts its curve");

  private final String text;

  SeedEffect(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** Standard normal scores of trials (points × seeds). */
  double[][] scores(UniformRandomProvider random, int points, int seeds) {
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[][] scores = new double[points][seeds];
    for (int s = 0; s < seeds; s++) {
      double seed = normal.sample();
      for (int j = 0; j < points; j++) {
        double part = part(j, points);
        scores[j][s] = part * seed + Math.sqrt(1 - part * part) * normal.sample();
      }
    }
    return scores;
  }

  /** Errors of mean 0 and variance 1 with the law's shape (points × seeds). */
  double[][] errors(UniformRandomProvider random, TimeLaw law, int points, int seeds) {
    double[][] errors = scores(random, points, seeds);
    for (double[] row : errors) {
      for (int s = 0; s < seeds; s++) {
        row[s] = law.standardised(law.ofScore(row[s]));
      }
    }
    return errors;
  }

  /** How much of a trial's score is the seed's, −1 to 1. */
  private double part(int point, int points) {
    return switch (this) {
      case NONE -> 0;
      case SHIFT -> Math.sqrt(0.5);
      case TILT -> Math.sqrt(0.6) * (2.0 * point / (points - 1) - 1);
    };
  }
}
