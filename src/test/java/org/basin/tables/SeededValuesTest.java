package org.basin.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeededValuesTest {

  private static SeededValues of(long... seeds) {
    SeededValues values = new SeededValues();
    for (long seed : seeds) {
      values.add(seed, 10.0 * seed);
    }
    return values;
  }

  @Test
  void shared_areTheSeedsOfBoth() {
    int[][] places = of(1, 3, 4, 7).shared(of(0, 3, 7, 8));

    assertThat(places[0]).containsExactly(1, 3);
    assertThat(places[1]).containsExactly(1, 2);
  }

  @Test
  void seedOfSeveralTrials_tellsNoPair() {
    int[][] places = of(1, 1, 2, 3).shared(of(1, 2, 3, 3));

    assertThat(places[0]).containsExactly(2);
    assertThat(places[1]).containsExactly(1);
  }

  @Test
  void nothing_isShared_withNone() {
    assertThat(of().shared(of(1))[0]).isEmpty();
    assertThat(of(1, 2).shared(of(3))[1]).isEmpty();
  }
}
