package org.basin.stats.coverage;

import java.util.List;
import org.basin.stats.survival.KaplanMeier;

/** Intervals of when trials hit. */
final class SurvivalIntervals {

  private SurvivalIntervals() {}

  static List<IntervalKind> kinds() {
    return List.of(
        new IntervalKind(
            "median, Kaplan–Meier",
            Censoring.ALL,
            law -> law.quantile(0.5),
            (random, law, censoring, seeds) -> {
              SyntheticTrials trials = SyntheticTrials.draw(random, law, censoring, seeds);
              return KaplanMeier.of(trials.times(), trials.censored()).median(0.95);
            }));
  }
}
