package org.basin.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PhaseBoundaryTest {

  private static final double[] X = {1, 2, 4, 8};

  /** Ten seeds at each of {@link #X}, of which so many do it. */
  private static PhaseBoundary boundary(boolean logarithmic, int... counts) {
    double[] x = new double[40];
    boolean[] events = new boolean[40];
    long[] seeds = new long[40];
    for (int i = 0; i < 40; i++) {
      x[i] = X[i / 10];
      seeds[i] = i % 10;
      events[i] = i % 10 < counts[i / 10];
    }
    return PhaseBoundary.of(x, events, seeds, 0.5, logarithmic, 0.95);
  }

  @Test
  void separated_isBracketed() {
    PhaseBoundary rising = boundary(true, 0, 0, 10, 10);
    assertThat(rising.crossing().method()).isEqualTo("bracket");
    assertThat(rising.crossing().low()).isEqualTo(2);
    assertThat(rising.crossing().high()).isEqualTo(4);
    assertThat(rising.crossing().value()).isCloseTo(Math.sqrt(8), within(1e-15));
    assertThat(rising.crossing().level()).isNaN();
    assertThat(rising.slope()).isNaN();
    assertThat(boundary(false, 0, 0, 10, 10).crossing().value()).isEqualTo(3);
  }

  @Test
  void falling_isBracketedTheOtherWay() {
    PhaseBoundary falling = boundary(true, 10, 10, 0, 0);
    assertThat(falling.crossing().low()).isEqualTo(2);
    assertThat(falling.crossing().high()).isEqualTo(4);
    assertThat(falling.below()).isEqualTo(1);
    assertThat(falling.above()).isEqualTo(0);
  }

  @Test
  void oneMixedValue_isTheCrossing() {
    PhaseBoundary mixed = boundary(true, 0, 0, 4, 10);
    assertThat(mixed.crossing().method()).isEqualTo("bracket");
    assertThat(mixed.crossing().value()).isEqualTo(4);
    assertThat(mixed.crossing().low()).isEqualTo(2);
    assertThat(mixed.crossing().high()).isEqualTo(8);
  }

  @Test
  void mixedAtTheEdge_isOpen() {
    PhaseBoundary open = boundary(true, 0, 0, 0, 1);
    assertThat(open.crossing().value()).isNaN();
    assertThat(open.crossing().low()).isEqualTo(4);
    assertThat(open.crossing().high()).isNaN();
    assertThat(open.crossings()).isEqualTo(0);
  }

  @Test
  void allOrNone_hasNoCrossing() {
    for (int count : new int[] {0, 10}) {
      PhaseBoundary none = boundary(true, count, count, count, count);
      assertThat(none.crossing().method()).isEqualTo("no-crossing");
      assertThat(none.crossing().value()).isNaN();
      assertThat(none.crossing().low()).isNaN();
    }
    PhaseBoundary empty =
        PhaseBoundary.of(new double[0], new boolean[0], new long[0], 0.5, true, 0.95);
    assertThat(empty.crossing().method()).isEqualTo("no-crossing");
  }

  @Test
  void nonMonotone_countsItsCrossings() {
    assertThat(boundary(true, 0, 9, 10, 1).crossings()).isEqualTo(2);
    assertThat(boundary(true, 0, 1, 8, 10).crossings()).isEqualTo(1);
  }

  @Test
  void fractionThatHardlyMoves_hasAnUnboundedInterval() {
    PhaseBoundary flat = boundary(true, 4, 6, 5, 6);
    assertThat(flat.crossing().low()).isNaN();
  }
}
