package org.basin.stats.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.basin.stats.Estimate;
import org.basin.testing.RecordedTable;
import org.junit.jupiter.api.Test;

class QuantilesTest {

  @Test
  void quantiles_equalThoseOfR() throws IOException {
    for (CSVRecord row : RecordedTable.rows("/r/survival.csv")) {
      Quantiles quantiles = Quantiles.of(RecordedTable.numbers(row, "times"));
      double[] p = {0.05, 0.25, 0.5, 0.95};
      String[] columns = {"q05", "q25", "q50", "q95"};
      for (int i = 0; i < p.length; i++) {
        double expected = RecordedTable.number(row, columns[i]);
        assertThat(quantiles.at(p[i]))
            .as(row.get("case") + " " + columns[i])
            .isCloseTo(expected, within(1e-12 * Math.abs(expected)));
      }
    }
  }

  @Test
  void medianInterval_hasTheTabulatedRanks() {
    // David & Nagaraja (2003), and any table of the sign test: n = 6 → 1, 10 → 2, 20 → 6; n = 64 by
    // pbinom of R.
    assertThat(interval(6)).containsExactly(1, 6);
    assertThat(interval(10)).containsExactly(2, 9);
    assertThat(interval(20)).containsExactly(6, 15);
    assertThat(interval(64)).containsExactly(24, 41);
  }

  @Test
  void medianInterval_isUndefined_belowSixValues() {
    assertThat(interval(5)).containsOnly(Double.NaN);
    assertThat(interval(0)).containsOnly(Double.NaN);
  }

  @Test
  void quantiles_areUndefined_withNaN() {
    Quantiles quantiles = Quantiles.of(new double[] {1, Double.NaN, 2});

    assertThat(quantiles.at(0.5)).isNaN();
    assertThat(quantiles.median(0.95).low()).isNaN();
    assertThat(quantiles.max()).isNaN();
  }

  @Test
  void infinity_isAValue() {
    Quantiles quantiles = Quantiles.of(new double[] {1, 2, Double.POSITIVE_INFINITY});

    assertThat(quantiles.at(0.5)).isEqualTo(2);
    assertThat(quantiles.max()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  private static double[] interval(int n) {
    Estimate median =
        Quantiles.of(IntStream.rangeClosed(1, n).asDoubleStream().toArray()).median(0.95);
    return new double[] {median.low(), median.high()};
  }
}
