package org.basin.stats.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.csv.CSVRecord;
import org.basin.stats.Estimate;
import org.basin.testing.RecordedTable;
import org.junit.jupiter.api.Test;

class FractionDifferenceTest {

  @Test
  void differencesAndSigns_equalThoseOfR() throws IOException {
    for (CSVRecord row : RecordedTable.rows("/org/basin/stats/comparison/fractions.csv")) {
      long[] k = Arrays.stream(row.get("counts").split(" ")).mapToLong(Long::parseLong).toArray();
      Contrast contrast =
          switch (row.get("case")) {
            case "independent" -> FractionDifference.independent(k[2], k[3], k[0], k[1], 0.95);
            case "paired" -> FractionDifference.paired(k[0], k[2], k[1], k[3], 0.95);
            default -> signs(k).improvement(0.95);
          };
      near(row, "value", contrast.estimate().value());
      near(row, "low", contrast.estimate().low());
      near(row, "high", contrast.estimate().high());
      near(row, "p", contrast.p());
    }
  }

  /** Pairs of which so many second values are less, equal and greater. */
  private static PairedSample signs(long[] counts) {
    int n = (int) Arrays.stream(counts).sum();
    double[] second = new double[n];
    Arrays.fill(second, 0, (int) counts[0], -1);
    Arrays.fill(second, n - (int) counts[2], n, 1);
    return new PairedSample(new double[n], second);
  }

  private static void near(CSVRecord row, String column, double actual) {
    assertThat(actual)
        .as(row.get("case") + " " + row.get("counts") + " " + column)
        .isCloseTo(RecordedTable.number(row, column), within(1e-10));
  }

  /** Printed by Newcombe (1998), Stat. Med. 17:873, table II, and 17:2635, table III. */
  @Test
  void intervals_areThoseOfThePapers() {
    Estimate a = FractionDifference.independent(48, 80, 56, 70, 0.95).estimate();
    assertThat(a.low()).isEqualTo(0.0524, within(5e-5));
    assertThat(a.high()).isEqualTo(0.3339, within(5e-5));
    Estimate b = FractionDifference.paired(36, 2, 12, 0, 0.95).estimate();
    assertThat(b.low()).isEqualTo(0.0569, within(5e-5));
    assertThat(b.high()).isEqualTo(0.3404, within(5e-5));
  }

  @Test
  void equalAndEmptySamples_areDefined() {
    Contrast none = FractionDifference.paired(0, 0, 0, 5, 0.95);
    assertThat(none.estimate().value()).isZero();
    assertThat(none.estimate().low()).isNegative();
    assertThat(none.estimate().high()).isEqualTo(-none.estimate().low());
    assertThat(none.estimate().count()).isEqualTo(5);
    assertThat(none.p()).isEqualTo(1);
    Contrast all = FractionDifference.independent(0, 3, 3, 3, 0.95);
    assertThat(all.estimate().value()).isEqualTo(1);
    assertThat(all.estimate().high()).isEqualTo(1);
    Contrast empty = FractionDifference.independent(0, 0, 3, 3, 0.95);
    assertThat(empty.estimate().value()).isNaN();
    assertThat(empty.estimate().low()).isNaN();
    assertThat(empty.p()).isNaN();
    assertThat(FractionDifference.paired(0, 0, 0, 0, 0.95).estimate().value()).isNaN();
    assertThat(FractionDifference.paired(0, 0, 0, 0, 0.95).p()).isNaN();
    assertThatThrownBy(() -> FractionDifference.independent(4, 3, 0, 3, 0.95))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void probabilityOfPairs_isUndefinedOfNan_andOfNoPair() {
    PairedSample nan = new PairedSample(new double[] {1, Double.NaN}, new double[] {2, 1});
    assertThat(nan.improvement(0.95).estimate().value()).isNaN();
    assertThat(nan.improvement(0.95).p()).isNaN();
    PairedSample none = new PairedSample(new double[0], new double[0]);
    assertThat(none.improvement(0.95).estimate().low()).isNaN();
  }
}
