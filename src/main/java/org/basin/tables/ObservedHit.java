package org.basin.tables;

import java.util.List;
import java.util.Optional;
import org.basin.plan.HittingTime;
import org.basin.plan.hitting.Persistence;
import org.basin.train.Series;

/**
 * What a trial's observations tell of a hitting time that it did not watch. Between two
 * observations a value is taken to move in one direction, and a change is taken to be the mean at
 * some step and to cross the threshold at most once. What follows from that bounds the hit. If it
 * leaves open whether there is a hit, the trial is censored at the last step up to which there is
 * none.
 *
 * @param low the first step that may be the hit; −1 if it is censored
 * @param high the last step that may be the hit; −1 if it is censored
 * @param censorStep the last step up to which there is no hit; −1 unless it is censored
 */
record ObservedHit(long low, long high, long censorStep) {

  private static final long NONE = -1;

  /**
   * Finds the hit.
   *
   * @param series the observations of the scalar observables
   * @param steps the trial's last step
   * @return empty if the observations do not tell the quantity
   */
  static Optional<ObservedHit> of(HittingTime time, List<Series> series, long steps) {
    return ObservedQuantity.of(time, series).map(seen -> of(time.persistence(), seen, steps));
  }

  private static ObservedHit of(Persistence persistence, ObservedQuantity seen, long steps) {
    int count = seen.size();
    // At some step up to this one the quantity was not beyond, so no run that goes on is older.
    long wrong = seen.firstStep() - 1;
    long possible = NONE;
    int i = 0;
    while (i <= count) {
      if (i < count && !seen.isBeyond(i)) {
        wrong = seen.from(i);
        i++;
        continue;
      }
      // The observations from i to before end belong to one run. After the last observation that
      // is not beyond, a run of no observations may follow.
      int end = i;
      while (end < count && seen.isBeyond(end)) {
        end++;
      }
      if (end == count || !persistence.forGood()) {
        long low = persistence.hit(wrong + 1);
        long latestEnd = end == count ? steps : seen.to(end) - 1;
        possible = possible == NONE && low <= latestEnd ? low : possible;
        if (i < end && isCertain(persistence, seen, i, end, steps)) {
          return new ObservedHit(possible, persistence.hit(seen.to(i)), NONE);
        }
      }
      i = Math.max(end, i + 1);
    }
    return new ObservedHit(NONE, NONE, possible == NONE ? steps : possible - 1);
  }

  /** Whether the run of the observations from {@code begin} to before {@code end} is a hit. */
  private static boolean isCertain(
      Persistence persistence, ObservedQuantity seen, int begin, int end, long steps) {
    long hit = persistence.hit(seen.to(begin));
    if (persistence.forGood()) {
      return seen.to(end - 1) == steps && hit <= steps;
    }
    return persistence.inARow() == 1 || hit <= seen.from(end - 1);
  }

  boolean isCensored() {
    return high == NONE;
  }
}
