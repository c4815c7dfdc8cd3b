package org.basin.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected numbers are those of R's {@code qt}, {@code qnorm}, {@code pt} and {@code pnorm}. */
class StudentTest {

  @Test
  void quantile_isThatOfR() {
    assertThat(Student.quantile(4, 0.95)).isCloseTo(2.7764451051977934, within(1e-9));
    assertThat(Student.quantile(Double.POSITIVE_INFINITY, 0.95))
        .isCloseTo(1.9599639845400536, within(1e-12));
  }

  @Test
  void p_isThatOfR() {
    assertThat(Student.p(-4, 2, 9)).isCloseTo(0.07655282377070094, within(1e-12));
    assertThat(Student.p(0.5, 1, 1.5)).isCloseTo(0.68056711066994, within(1e-12));
    assertThat(Student.p(2, 1, Double.POSITIVE_INFINITY))
        .isCloseTo(0.045500263896358424, within(1e-14));
  }

  @Test
  void interval_isSymmetric() {
    Estimate interval = Student.interval(1, 2, 4, 0.95, "name", 5);
    assertThat(interval.low()).isCloseTo(1 - 2 * 2.7764451051977934, within(1e-8));
    assertThat(interval.high() + interval.low()).isCloseTo(2, within(1e-12));
    assertThat(interval.method()).isEqualTo("name");
  }

  @Test
  void noFreedom_orNoError_isUndefined() {
    assertThat(Student.quantile(0.5, 0.95)).isNaN();
    assertThat(Student.quantile(Double.NaN, 0.95)).isNaN();
    assertThat(Student.p(1, 0, 4)).isNaN();
    assertThat(Student.p(1, Double.NaN, 4)).isNaN();
    assertThat(Student.p(1, 1, 0)).isNaN();
    assertThatThrownBy(() -> Student.quantile(4, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
