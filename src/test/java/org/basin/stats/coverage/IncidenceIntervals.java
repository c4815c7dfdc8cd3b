package org.basin.stats.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.stats.Estimate;
import org.basin.stats.survival.CumulativeIncidence;
import org.basin.stats.survival.EventTimes;
import org.basin.stats.survival.LifeTable;
import org.basin.stats.survival.Status;

/**
 * Intervals of when trials hit, if three of ten diverge instead: at 0.8 times the step at which
 * they would have hit.
 */
final class IncidenceIntervals {

  private static final double DIVERGED = 0.3;
  private static final double EARLIER = 0.8;

  private IncidenceIntervals() {}

  static List<IntervalKind> kinds() {
    return IntervalKind.all(
        kinds(
            "incidence of hits at the median, Aalen–Johansen",
            law -> (1 - DIVERGED) / 2,
            (law, incidence) -> at(incidence, law.quantile(0.5))),
        quantile(0.1),
        quantile(0.25),
        quantile(0.5));
  }

  private static Stream<IntervalKind> quantile(double p) {
    return kinds(
        p + "-quantile of the incidence, Aalen–Johansen",
        law -> law.quantile(p / (1 - DIVERGED)),
        (law, incidence) -> incidence.quantile(p, 0.95));
  }

  private static Estimate at(CumulativeIncidence incidence, double step) {
    long count = incidence.table().count();
    int row = Steps.at(incidence.table().times(), step);
    return row < 0
        ? Estimate.point(0, count)
        : new Estimate(
            incidence.incidence()[row],
            incidence.lower(0.95)[row],
            incidence.upper(0.95)[row],
            0.95,
            CumulativeIncidence.METHOD,
            count);
  }

  @FunctionalInterface
  private interface Statistic {
    Estimate estimate(TimeLaw law, CumulativeIncidence incidence);
  }

  private static Stream<IntervalKind> kinds(
      String name, IntervalKind.Truth truth, Statistic statistic) {
    return Arrays.stream(Censoring.values())
        .map(
            censoring ->
                new IntervalKind(
                    name,
                    "30 % diverged, censored: " + censoring.text(),
                    truth,
                    (random, law, seeds) ->
                        statistic.estimate(law, draw(random, law, censoring, seeds))));
  }

  private static CumulativeIncidence draw(
      UniformRandomProvider random, TimeLaw law, Censoring censoring, int seeds) {
    double[] times = law.draw(random, seeds);
    Status[] statuses = new Status[seeds];
    for (int i = 0; i < seeds; i++) {
      boolean diverges = random.nextDouble() < DIVERGED;
      times[i] *= diverges ? EARLIER : 1;
      double end = censoring.end(random, law);
      statuses[i] = end < times[i] ? Status.CENSORED : diverges ? Status.DIVERGED : Status.HIT;
      times[i] = Math.max(0, Math.min(end, times[i]));
    }
    return CumulativeIncidence.of(LifeTable.of(EventTimes.of(times, statuses)), Status.HIT);
  }
}
