package org.basin.stats.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.basin.stats.Estimate;
import org.basin.stats.location.Location;
import org.basin.stats.location.Moments;
import org.basin.stats.resampling.ResampleStream;
import org.junit.jupiter.api.Test;

class PairedSampleTest {

  private static double width(Estimate estimate) {
    return estimate.high() - estimate.low();
  }

  /** Seeds of very different difficulty, and a small effect that is the same on each of them. */
  @Test
  void sharedSeeds_makeTheIntervalNarrow() {
    Random random = new Random(3);
    double[] first = new double[20];
    double[] second = new double[20];
    for (int i = 0; i < 20; i++) {
      double seed = 100 * random.nextGaussian();
      first[i] = 1000 + seed;
      second[i] = 1010 + seed + random.nextGaussian();
    }
    PairedSample pairs = new PairedSample(first, second);

    Contrast paired = pairs.meanDifference(0.95);

    assertThat(paired.estimate().low()).isBetween(9.0, 10.0);
    assertThat(paired.p()).isLessThan(1e-10);
    assertThat(width(paired.estimate())).isLessThan(0.05 * width(Moments.of(first).estimate(0.95)));
    Contrast iqm = pairs.difference(Location.INTERQUARTILE_MEAN, 500, ResampleStream.of("a"), 0.95);
    assertThat(iqm.estimate().low()).isBetween(8.5, 10.5);
    assertThat(iqm.estimate().method()).isEqualTo("paired-bca");
  }

  @Test
  void constantDifference_hasNoWidth() {
    PairedSample pairs = new PairedSample(new double[] {1, 2, 3}, new double[] {2, 3, 4});

    assertThat(pairs.meanDifference(0.95).estimate().low()).isEqualTo(1);
    assertThat(pairs.meanDifference(0.95).p()).isZero();
  }

  @Test
  void contrasts_areUndefined_ofOnePair_ofNan_ofNegativesAsRatios() {
    PairedSample one = new PairedSample(new double[] {1}, new double[] {2});
    assertThat(one.meanDifference(0.95).estimate().value()).isEqualTo(1);
    assertThat(one.meanDifference(0.95).estimate().low()).isNaN();
    assertThat(one.meanDifference(0.95).p()).isNaN();
    PairedSample nan = new PairedSample(new double[] {1, Double.NaN}, new double[] {2, 1});
    assertThat(nan.meanDifference(0.95).estimate().value()).isNaN();
    assertThat(nan.fractionLess(0.95).estimate().value()).isNaN();
    PairedSample signed = new PairedSample(new double[] {-1, 1}, new double[] {2, 1});
    assertThat(signed.ratio(0.95).estimate().value()).isNaN();
    assertThat(signed.fractionLess(0.95).estimate().value()).isZero();
  }

  @Test
  void samplesOfUnequalSize_areRefused() {
    assertThatThrownBy(() -> new PairedSample(new double[1], new double[2]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
