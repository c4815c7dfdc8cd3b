package org.basin.stats.coverage;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.settings.RandomStreams;
import org.basin.stats.Estimate;

/**
 * How often an interval held the truth.
 *
 * @param sweeps how many synthetic sweeps there were
 * @param held how many gave an interval that holds the truth; an open end holds everything
 * @param open how many gave an interval with one open end
 * @param none how many gave no interval
 */
record Coverage(int sweeps, int held, int open, int none) {

  /** Simulates sweeps of one combination; the stream is named after it, whoever runs it. */
  static Coverage of(IntervalKind kind, TimeLaw law, int size, int sweeps) {
    String name = String.join("/", kind.name(), kind.setting(), law.text(), "" + size);
    UniformRandomProvider random = RandomStreams.stream(13, name);
    double truth = kind.truth().of(law);
    int held = 0;
    int open = 0;
    int none = 0;
    for (int i = 0; i < sweeps; i++) {
      Estimate estimate = kind.estimator().of(random, law, size);
      boolean noLow = Double.isNaN(estimate.low());
      boolean noHigh = Double.isNaN(estimate.high());
      // A bracket has ends and no level.
      if ((noLow && noHigh) || Double.isNaN(estimate.level())) {
        none++;
      } else {
        open += noLow || noHigh ? 1 : 0;
        // Every comparison with NaN is false.
        held += estimate.low() > truth || estimate.high() < truth ? 0 : 1;
      }
    }
    return new Coverage(sweeps, held, open, none);
  }

  /** The fraction of the sweeps with an interval whose interval holds the truth; may be NaN. */
  double fraction() {
    return (double) held / (sweeps - none);
  }
}
