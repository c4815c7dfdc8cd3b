package org.basin.stats.coverage;

import java.util.List;
import org.basin.stats.survival.KaplanMeier;

/** Intervals of when trials hit. */
final class SurvivalIntervals {

  private SurvivalIntervals() {}

  static List<IntervalKind> kinds() {
    return IntervalKind.all(
        IntervalKind.censored(
            "median, Kaplan–Meier",
            law -> law.quantile(0.5),
            (law, trials) -> KaplanMeier.of(trials.times(), trials.censored()).median(0.95)));
  }
}
