package org.basin.stats.coverage;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/** Why trials of a synthetic sweep end before they hit. */
enum Censoring {
  NONE("none"),
  /** All trials end at one step, by which 70 % of them hit. */
  BUDGET("30 %, one budget"),
  /** Each trial ends at a step of its own (exponential), before which 70 % of them hit. */
  RANDOM("30 %, at random");

  private static final double SHARE = 0.3;
  private static final Map<TimeLaw, Double> RATES = new EnumMap<>(TimeLaw.class);

  static {
    Arrays.stream(TimeLaw.values()).forEach(law -> RATES.put(law, rate(law)));
  }

  private final String text;

  Censoring(String text) {
    this.text = text;
  }

  /** The step at which one trial ends if it has not hit. */
  double end(UniformRandomProvider random, TimeLaw law) {
    return switch (this) {
      case NONE -> Double.POSITIVE_INFINITY;
      case BUDGET -> law.quantile(1 - SHARE);
      case RANDOM -> -Math.log1p(-random.nextDouble()) / RATES.get(law);
    };
  }

  String text() {
    return text;
  }

  /** The rate λ with P(C &lt; T) = E(1 − exp(−λT)) = 0.3, by bisection. */
  private static double rate(TimeLaw law) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (law.mean(time -> -Math.expm1(-middle * time), 0, 1) < SHARE) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
