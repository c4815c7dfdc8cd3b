package org.basin.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.basin.train.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Lin, Sun &amp; Zhang's Figure 1 by SGD at full size over 64 seeds, compared with means and
 * standard deviations that were computed independently (NumPy). It takes minutes, so it runs only
 * on request.
 *
 * <p>The seeds are fixed. Both sides are samples of 64. A mean may therefore differ from the
 * table's by 4·sd·√(2/64) (p = 6e-5 each), and a standard deviation by a factor of √2 (p = 7e-3
 * each; F test with 63 and 63 degrees of freedom), besides half of the last printed digit.
 */
class LinSunZhangSgdSoak {

  private static final int SEEDS = 64;

  private static List<Outcome> outcomes;

  @BeforeAll
  static void train() {
    outcomes = Paper.train("lin-sun-zhang-2021-figure-1", "seeds.count=" + SEEDS);
  }

  @Test
  void oneLayer_at25000() {
    check(1, 25_000, 0.850, 0.011);
  }

  @Test
  void fourLayers_at18000() {
    check(4, 18_000, 32.34, 0.16);
  }

  @Test
  void fourLayers_at25000() {
    check(4, 25_000, 0.460, 0.018);
  }

  @Test
  void balancedness_drifts() {
    double[] last =
        outcomes.stream()
            .filter(outcome -> outcome.spec().settings().get("model.depth").equals(4L))
            .mapToDouble(outcome -> Paper.at(outcome, "balancedness", 25_000))
            .toArray();
    assertThat(last).hasSize(SEEDS);
    for (double drift : last) {
      assertThat(drift).isBetween(1e-5, 1e-3);
    }
  }

  private static void check(long depth, long step, double mean, double deviation) {
    double[] angles =
        outcomes.stream()
            .filter(outcome -> outcome.spec().settings().get("model.depth").equals(depth))
            .mapToDouble(outcome -> Paper.at(outcome, "theta", step))
            .toArray();
    assertThat(angles).hasSize(SEEDS);
    double sum = 0;
    for (double angle : angles) {
      sum += angle;
    }
    double seenMean = sum / SEEDS;
    double squares = 0;
    for (double angle : angles) {
      squares += (angle - seenMean) * (angle - seenMean);
    }
    double seenDeviation = Math.sqrt(squares / (SEEDS - 1));
    String seen = seenMean + " ± " + seenDeviation;
    double slack = 4 * deviation * Math.sqrt(2.0 / SEEDS);
    assertThat(seenMean).as(seen).isCloseTo(mean, within(slack));
    assertThat(seenDeviation / deviation).as(seen).isBetween(0.7, 1.43);
  }
}
