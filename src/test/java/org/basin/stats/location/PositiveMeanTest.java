package org.basin.stats.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.apache.commons.csv.CSVRecord;
import org.basin.stats.Estimate;
import org.basin.testing.RecordedTable;
import org.junit.jupiter.api.Test;

class PositiveMeanTest {

  @Test
  void geometricMean_equalsThatOfR() throws IOException {
    for (CSVRecord row : RecordedTable.rows("/r/comparison.csv")) {
      Estimate mean = PositiveMean.geometric(RecordedTable.numbers(row, "first"), 0.95);
      near(row, "geometric", mean.value());
      near(row, "geometric_low", mean.low());
      near(row, "geometric_high", mean.high());
    }
  }

  private static void near(CSVRecord row, String column, double actual) {
    double expected = RecordedTable.number(row, column);
    assertThat(actual)
        .as(row.get("case") + " " + column)
        .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
  }

  /** Losses of trials, some of which have converged: Student's own interval reaches below zero. */
  @Test
  void intervalOfLosses_staysAboveZero() {
    double[] losses = {0, 1e-9, 2e-9, 0.01, 0.9};
    assertThat(Moments.of(losses).estimate(0.95).low()).isNegative();

    Estimate mean = PositiveMean.arithmetic(losses, 0.95);

    assertThat(mean.value()).isCloseTo(0.182, within(1e-9));
    assertThat(mean.low()).isPositive().isLessThan(mean.value());
    assertThat(mean.low() * mean.high()).isCloseTo(mean.value() * mean.value(), within(1e-12));
    assertThat(mean.method()).isEqualTo("student-t-log");
  }

  @Test
  void interval_isStudents_whereAValueIsNegativeOrAllAreZero() {
    double[] signed = {-1, 2, 3};
    assertThat(PositiveMean.arithmetic(signed, 0.95)).isEqualTo(Moments.of(signed).estimate(0.95));
    assertThat(PositiveMean.arithmetic(new double[] {0, 0}, 0.95).high()).isZero();
  }

  @Test
  void mean_isUndefined_ofNan_andGeometricMeanOfZero() {
    assertThat(PositiveMean.arithmetic(new double[] {1, Double.NaN}, 0.95).value()).isNaN();
    assertThat(PositiveMean.geometric(new double[] {0, 1}, 0.95).value()).isNaN();
    assertThat(PositiveMean.geometric(new double[] {4}, 0.95).value()).isEqualTo(4);
    assertThat(PositiveMean.geometric(new double[] {4}, 0.95).low()).isNaN();
  }
}
