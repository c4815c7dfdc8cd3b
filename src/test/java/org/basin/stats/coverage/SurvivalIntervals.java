package org.basin.stats.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.basin.stats.Estimate;
import org.basin.stats.survival.EventTimes;
import org.basin.stats.survival.KaplanMeier;
import org.basin.stats.survival.RestrictedMean;
import org.basin.stats.survival.Status;
import org.basin.stats.survival.Turnbull;

/** Intervals of when trials hit, if nothing but censoring ends them. */
final class SurvivalIntervals {

  /** The step up to which all trials are watched, whatever the censoring: that of the budget. */
  private static final double HORIZON = 0.7;

  /** Every so many steps trials are observed, if they are not watched. */
  private static final double INTERVAL = 30;

  private SurvivalIntervals() {}

  static List<IntervalKind> kinds() {
    return IntervalKind.all(
        IntervalKind.censored(
            "survival at the median, log-log",
            law -> 0.5,
            (law, trials) -> survival(trials, law.quantile(0.5))),
        Stream.of(0.1, 0.25, 0.5, 0.75, 0.9).flatMap(SurvivalIntervals::quantile),
        IntervalKind.censored(
            "restricted mean, logit",
            law -> law.mean(time -> Math.min(time, law.quantile(HORIZON)), 0, 1),
            (law, trials) ->
                RestrictedMean.of(curve(trials), law.quantile(HORIZON)).estimate(0.95)),
        Stream.of(
            observed("0.5-quantile, Turnbull, between observations", true),
            observed("0.5-quantile, Brookmeyer–Crowley, taken as exact", false)));
  }

  private static Stream<IntervalKind> quantile(double p) {
    return IntervalKind.censored(
        p + "-quantile, Brookmeyer–Crowley",
        law -> law.quantile(p),
        (law, trials) -> curve(trials).quantile(p, 0.95));
  }

  private static KaplanMeier curve(SyntheticTrials trials) {
    return KaplanMeier.of(trials.times(), trials.censored());
  }

  private static Estimate survival(SyntheticTrials trials, double step) {
    KaplanMeier curve = curve(trials);
    int row = Steps.at(curve.times(), step);
    return row < 0
        ? Estimate.point(1, trials.times().length)
        : new Estimate(
            curve.survival()[row],
            curve.lower(0.95)[row],
            curve.upper(0.95)[row],
            0.95,
            "greenwood-log-log",
            trials.times().length);
  }

  private static IntervalKind observed(String name, boolean bracketed) {
    return new IntervalKind(
        name,
        "none, observed every 30 steps",
        law -> law.quantile(0.5),
        (random, law, seeds) -> {
          double[] times = law.draw(random, seeds);
          double[] high = new double[seeds];
          double[] low = new double[seeds];
          for (int i = 0; i < seeds; i++) {
            high[i] = INTERVAL * Math.ceil(times[i] / INTERVAL);
            low[i] = high[i] - INTERVAL + 1;
          }
          Status[] statuses = new Status[seeds];
          Arrays.fill(statuses, Status.HIT);
          return bracketed
              ? Turnbull.of(EventTimes.of(high, statuses, low)).quantile(0.5, 0.95)
              : KaplanMeier.of(high, new boolean[seeds]).quantile(0.5, 0.95);
        });
  }
}
