package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.basin.plan.HittingTime;
import org.basin.testing.HittingScan;
import org.basin.testing.RandomHits;
import org.junit.jupiter.api.Test;

class CrossingTest {

  private static final double[] ODD = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 0.0
  };

  /** Few different values, so that thresholds are met exactly and crossed often. */
  private static double[] series(Random random) {
    double[] values = new double[1 + random.nextInt(25)];
    for (int n = 0; n < values.length; n++) {
      boolean odd = random.nextInt(12) == 0;
      values[n] = odd ? ODD[random.nextInt(ODD.length)] : (random.nextInt(9) - 2) / 2.0;
    }
    return values;
  }

  private static double[] ratio(HittingTime time, double[] values, double[] over) {
    double[] levels = new double[values.length];
    for (int n = 0; n < levels.length; n++) {
      levels[n] = time.quantity().level(values[n], over[n]);
    }
    return levels;
  }

  @Test
  void hit_isThatOfTheDefinition() {
    Random random = new Random(17);
    int hits = 0;
    for (int i = 0; i < 10_000; i++) {
      HittingTime time = RandomHits.of(random, "x", "y", (random.nextInt(9) - 3) / 2.0);
      double[] values = series(random);
      double[] over = Arrays.stream(values).map(v -> (random.nextInt(6) - 1) / 2.0).toArray();
      Crossing crossing = new Crossing(time);
      double[] levels = ratio(time, values, over);
      for (int n = 0; n < levels.length && crossing.isOpen(); n++) {
        boolean seen = crossing.see(n, levels[n]);
        assertThat(seen).isEqualTo(!crossing.isOpen());
      }
      long expected = HittingScan.hit(time, values, over);
      assertThat(crossing.hit().step())
          .as("%s of %s over %s", time, Arrays.toString(values), Arrays.toString(over))
          .isEqualTo(expected);
      hits += expected < 0 ? 0 : 1;
    }
    assertThat(hits).isBetween(2_000, 8_000);
  }

  /** As a kernel that runs ahead shows them: what lies between the bounds is not seen. */
  @Test
  void stepsBetweenTheBounds_changeNothing() {
    Random random = new Random(18);
    int skipped = 0;
    for (int i = 0; i < 10_000; i++) {
      HittingTime time = RandomHits.of(random, "x", "x", (random.nextInt(9) - 3) / 2.0);
      double[] values = series(random);
      Crossing crossing = new Crossing(time);
      if (time.quantity().isRatio() || !crossing.hasBounds()) {
        continue;
      }
      for (int n = 0; n < values.length && crossing.isOpen(); n++) {
        boolean between = values[n] > crossing.low() && values[n] < crossing.high();
        if (n == 0 || n == values.length - 1 || n >= crossing.nextRequired() || !between) {
          crossing.see(n, values[n]);
        } else {
          skipped++;
        }
      }
      assertThat(crossing.hit().step())
          .as("%s of %s", time, Arrays.toString(values))
          .isEqualTo(HittingScan.hit(time, values, values));
    }
    assertThat(skipped).isGreaterThan(10_000);
  }
}
