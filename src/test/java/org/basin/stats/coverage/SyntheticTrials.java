package org.basin.stats.coverage;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * The trials of one point of a synthetic sweep.
 *
 * @param times the step at which each trial hit or ended
 * @param censored whether each trial ended without a hit
 */
// Arrays as the statistics take them; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
record SyntheticTrials(double[] times, boolean[] censored) {

  static SyntheticTrials draw(
      UniformRandomProvider random, TimeLaw law, Censoring censoring, int count) {
    double[] times = law.draw(random, count);
    boolean[] censored = new boolean[count];
    for (int i = 0; i < count; i++) {
      double end = censoring.end(random, law);
      censored[i] = end < times[i];
      times[i] = Math.max(0, Math.min(end, times[i]));
    }
    return new SyntheticTrials(times, censored);
  }
}
