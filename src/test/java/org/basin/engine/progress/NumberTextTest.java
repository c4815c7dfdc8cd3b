package org.basin.engine.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberTextTest {

  @Test
  void steps_haveFourDigits_soThatTheyMove() {
    assertThat(NumberText.steps(1)).isEqualTo("1 step");
    assertThat(NumberText.steps(9_999)).isEqualTo("9,999 steps");
    assertThat(NumberText.steps(10_000)).isEqualTo("10.00k steps");
    assertThat(NumberText.steps(999_949)).isEqualTo("999.9k steps");
    assertThat(NumberText.steps(999_950)).isEqualTo("1.000M steps");
    assertThat(NumberText.steps(1_275_000)).isEqualTo("1.275M steps");
    assertThat(NumberText.steps(99_995_000)).isEqualTo("100.0M steps");
    assertThat(NumberText.steps(Long.MAX_VALUE)).isEqualTo("9.223E steps");
  }

  @Test
  void rates_areInTheUnitInWhichTheyAreAtLeastOne() {
    assertThat(NumberText.rate(1234.5)).isEqualTo("1,235/s");
    assertThat(NumberText.rate(3.21)).isEqualTo("3.2/s");
    assertThat(NumberText.rate(0.5)).isEqualTo("30/min");
    assertThat(NumberText.rate(0.01)).isEqualTo("36/h");
    assertThat(NumberText.rate(0.0001)).isEqualTo("0.4/h");
  }

  @Test
  void times_haveTwoUnits() {
    assertThat(NumberText.time(0.4)).isEqualTo("0 s");
    assertThat(NumberText.time(59.7)).isEqualTo("1 min 00 s");
    assertThat(NumberText.time(3_725)).isEqualTo("1 h 02 min");
    assertThat(NumberText.time(90_000)).isEqualTo("1 d 01 h");
  }
}
