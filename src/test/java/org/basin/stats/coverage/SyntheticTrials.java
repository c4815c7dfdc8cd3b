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
    return cut(random, law, censoring, law.draw(random, count), 1);
  }

  /** Ends trials that would hit at {@code times}, whose law is {@code law} times {@code scale}. */
  static SyntheticTrials cut(
      UniformRandomProvider random,
      TimeLaw law,
      Censoring censoring,
      double[] times,
      double scale) {
    double[] seen = times.clone();
    boolean[] censored = new boolean[times.length];
    for (int i = 0; i < times.length; i++) {
      double end = scale * censoring.end(random, law);
      censored[i] = end < times[i];
      seen[i] = Math.min(end, times[i]);
    }
    return new SyntheticTrials(seen, censored);
  }
}
