package org.basin.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.basin.plan.HittingTime;
import org.basin.plan.hitting.Persistence;
import org.basin.plan.hitting.Quantity;
import org.basin.plan.hitting.Quantity.Form;
import org.basin.plan.hitting.Threshold;
import org.basin.plan.hitting.Threshold.Reference;
import org.basin.testing.HittingScan;
import org.basin.testing.RandomHits;
import org.basin.train.Series;
import org.junit.jupiter.api.Test;

class ObservedHitTest {

  private static HittingTime below(Form form, double threshold, long inARow, boolean forGood) {
    return new HittingTime(
        "h",
        new Quantity("x", "", form),
        new Threshold(threshold, true, Reference.NONE),
        new Persistence(inARow, forGood),
        false);
  }

  private static Series series(String name, long[] steps, double[] every) {
    double[] values = Arrays.stream(steps).mapToDouble(step -> every[(int) step]).toArray();
    return new Series(name, Series.SCALAR, steps, values);
  }

  private static Optional<ObservedHit> of(
      HittingTime time, long steps, long[] at, double... values) {
    return ObservedHit.of(time, List.of(new Series("x", Series.SCALAR, at, values)), steps);
  }

  private static long[] at(long... steps) {
    return steps;
  }

  @Test
  void firstCrossing_liesAfterTheLastObservationThatHadNot() {
    HittingTime time = below(Form.VALUE, 1, 1, false);
    assertThat(of(time, 20, at(0, 10, 20), 3, 2, 0.5)).contains(new ObservedHit(11, 20, -1));
    assertThat(of(time, 20, at(0, 10, 20), 0, 2, 2)).contains(new ObservedHit(0, 0, -1));
    assertThat(of(time, 20, at(0, 10, 20), 3, 2, Double.NaN)).contains(new ObservedHit(-1, -1, 20));
  }

  @Test
  void trialThatWasNotObservedAtItsEnd_isCensoredWhereItWas() {
    assertThat(of(below(Form.VALUE, 1, 1, false), 27, at(0, 10, 20), 3, 2, 2))
        .contains(new ObservedHit(-1, -1, 20));
    assertThat(of(below(Form.VALUE, 1, 1, true), 27, at(0, 10, 20), 3, 2, 0.5))
        .contains(new ObservedHit(-1, -1, 10));
  }

  @Test
  void forGood_liesAfterTheLastObservationOnTheWrongSide() {
    HittingTime time = below(Form.VALUE, 1, 1, true);
    long[] at = at(0, 10, 20, 30, 40);
    assertThat(of(time, 40, at, 3, 0.5, 2, 0.5, 0.1)).contains(new ObservedHit(21, 30, -1));
    assertThat(of(time, 40, at, 3, 0.5, 2, 0.5, 1)).contains(new ObservedHit(-1, -1, 40));
  }

  @Test
  void runThatMayBeTooShort_isNotTakenForAHit() {
    long[] at = at(0, 10, 20, 30, 40, 50, 60);
    double[] x = {3, 3, 0, 0, 3, 0, 0};
    // The first run has 11 to 29 steps, the last at most 20.
    assertThat(of(below(Form.VALUE, 1, 11, false), 60, at, x))
        .contains(new ObservedHit(21, 30, -1));
    assertThat(of(below(Form.VALUE, 1, 15, false), 60, at, x))
        .contains(new ObservedHit(-1, -1, 24));
    assertThat(of(below(Form.VALUE, 1, 40, false), 60, at, x))
        .contains(new ObservedHit(-1, -1, 60));
    assertThat(of(below(Form.VALUE, 1, 11, true), 60, at, x)).contains(new ObservedHit(51, 60, -1));
    assertThat(of(below(Form.VALUE, 1, 15, true), 60, at, x)).contains(new ObservedHit(-1, -1, 54));
  }

  @Test
  void change_isTheMeanBetweenObservations() {
    HittingTime time = below(Form.SPEED, 0.5, 1, false);
    // Speeds of 1, 0.6 and 0.1 a step. The first two are too large somewhere, the last is not.
    assertThat(of(time, 30, at(0, 10, 20, 30), 20, 10, 4, 3)).contains(new ObservedHit(12, 30, -1));
  }

  @Test
  void changeRelativeToAFirstStepThatWasNotObserved_isUnknown() {
    HittingTime time =
        new HittingTime(
            "h",
            new Quantity("x", "", Form.SPEED),
            new Threshold(0.1, true, Reference.START),
            Persistence.FIRST,
            false);
    assertThat(of(time, 20, at(0, 10, 20), 3, 2, 0.5)).isEmpty();
    assertThat(of(time, 20, at(0, 1, 20), 3, 2, 2)).contains(new ObservedHit(2, 20, -1));
  }

  @Test
  void ratio_isTakenWhereBothWereObserved() {
    HittingTime time =
        new HittingTime(
            "h",
            new Quantity("x", "y", Form.VALUE),
            new Threshold(2, false, Reference.NONE),
            Persistence.FIRST,
            false);
    List<Series> all =
        List.of(
            new Series("y", Series.SCALAR, at(0, 6, 8), new double[] {1, 2, 1}),
            new Series("x", Series.SCALAR, at(0, 4, 6, 8), new double[] {1, 9, 3, 3}));
    assertThat(ObservedHit.of(time, all, 8)).contains(new ObservedHit(7, 8, -1));
    assertThat(ObservedHit.of(time, all.subList(1, 2), 8)).isEmpty();
  }

  @Test
  void everyStepObserved_isAsIfWatched() {
    Random random = new Random(20);
    for (int i = 0; i < 5_000; i++) {
      HittingTime time = RandomHits.of(random, "x", "y", (random.nextInt(9) - 3) / 2.0);
      int last = 1 + random.nextInt(20);
      double[] x = random.doubles(last + 1).map(d -> Math.rint(8 * d - 2) / 2).toArray();
      double[] y = random.doubles(last + 1).map(d -> 1 + Math.rint(3 * d)).toArray();
      long[] at = LongStream.rangeClosed(0, last).toArray();
      ObservedHit hit =
          ObservedHit.of(time, List.of(series("x", at, x), series("y", at, y)), last).get();
      long expected = HittingScan.hit(time, x, y);
      String what = time + " of " + Arrays.toString(x) + " over " + Arrays.toString(y);
      assertThat(hit)
          .as(what)
          .isEqualTo(
              expected < 0
                  ? new ObservedHit(-1, -1, last)
                  : new ObservedHit(expected, expected, -1));
    }
  }

  /** Straight between observations, by a whole number a step, so that changes are exact. */
  @Test
  void bracket_holdsTheHit_whereCurvesMoveOneWayBetweenObservations() {
    Random random = new Random(21);
    int bracketed = 0;
    for (int i = 0; i < 20_000; i++) {
      HittingTime time = RandomHits.of(random, "x", "x", random.nextInt(12) - 3);
      if (time.quantity().isRatio() || isLogarithmic(time)) {
        continue; // Neither is straight where its parts are.
      }
      int pieces = 1 + random.nextInt(5);
      long[] at = new long[pieces + 1];
      double[] x = new double[1 + 6 * pieces];
      x[0] = random.nextInt(9);
      int last = 0;
      for (int p = 1; p <= pieces; p++) {
        int slope = random.nextInt(7) - 3;
        int length = 1 + random.nextInt(6);
        for (int n = 0; n < length; n++, last++) {
          x[last + 1] = x[last] + slope;
        }
        at[p] = last;
      }
      double[] every = Arrays.copyOf(x, last + 1);
      Optional<ObservedHit> found = ObservedHit.of(time, List.of(series("x", at, every)), last);
      if (found.isEmpty()) {
        continue;
      }
      ObservedHit hit = found.get();
      long truth = HittingScan.hit(time, every, every);
      String what = time + " of " + Arrays.toString(every) + " at " + Arrays.toString(at);
      if (!hit.isCensored()) {
        assertThat(truth).as(what).isBetween(hit.low(), hit.high());
        bracketed++;
      } else if (truth >= 0) {
        assertThat(truth).as(what).isGreaterThan(hit.censorStep());
      }
    }
    assertThat(bracketed).isGreaterThan(2_000);
  }

  private static boolean isLogarithmic(HittingTime time) {
    Form form = time.quantity().form();
    return form == Form.LOG_RATE || form == Form.LOG_SPEED;
  }
}
