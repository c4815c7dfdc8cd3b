package org.basin.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.apache.commons.csv.CSVRecord;
import org.basin.stats.Estimate;
import org.basin.testing.RecordedTable;
import org.junit.jupiter.api.Test;

class SlopeTest {

  private static Estimate of(double[] x, double[] y) {
    return Slope.of(x, y, 0.95);
  }

  @Test
  void slopes_agreeWithR() throws IOException {
    for (CSVRecord row : RecordedTable.rows("/org/basin/stats/regression/slope.csv")) {
      Estimate slope = of(RecordedTable.numbers(row, "x"), RecordedTable.numbers(row, "y"));
      check(row, "slope", slope.value());
      check(row, "low", slope.low());
      check(row, "high", slope.high());
    }
  }

  private static void check(CSVRecord row, String column, double value) {
    double expected = RecordedTable.number(row, column);
    assertThat(value)
        .as(row.get("case") + " " + column)
        .isCloseTo(expected, within(1e-10 * Math.max(1, Math.abs(expected))));
  }

  @Test
  void orderOfPairs_changesNoBit() {
    assertThat(of(new double[] {0.1, 3, 0.1, 7}, new double[] {5, 1, 2, 0.3}))
        .isEqualTo(of(new double[] {7, 0.1, 3, 0.1}, new double[] {0.3, 2, 1, 5}));
  }

  @Test
  void slope_isUndefined_withoutTwoDifferentX() {
    for (double[] x : new double[][] {{}, {1}, {2, 2, 2}, {1, Double.NaN}}) {
      Estimate slope = of(x, new double[x.length]);
      assertThat(slope.value()).isNaN();
      assertThat(slope.low()).isNaN();
      assertThat(slope.count()).isEqualTo(x.length);
    }
    double infinite = Double.POSITIVE_INFINITY;
    assertThat(of(new double[] {1, 2}, new double[] {0, infinite}).value()).isNaN();
  }

  @Test
  void twoPairs_haveASlopeWithoutAnInterval() {
    Estimate slope = of(new double[] {1, 3}, new double[] {5, 6});
    assertThat(slope.value()).isEqualTo(0.5);
    assertThat(slope.low()).isNaN();
    assertThat(slope.high()).isNaN();
  }

  @Test
  void pairsOnALine_haveAnIntervalOfNoWidth() {
    Estimate slope = of(new double[] {1, 2, 3}, new double[] {2, 4, 6});
    assertThat(slope.low()).isEqualTo(slope.value());
    assertThat(slope.high()).isEqualTo(slope.value());
  }
}
