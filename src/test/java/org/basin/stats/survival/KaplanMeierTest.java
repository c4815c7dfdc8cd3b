package org.basin.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.commons.csv.CSVRecord;
import org.basin.stats.Estimate;
import org.basin.testing.RecordedTable;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

  @Test
  void median_equalsSurvfitOfR() throws IOException {
    for (CSVRecord row : RecordedTable.rows("/r/survival.csv")) {
      double[] hits = RecordedTable.numbers(row, "hits");
      boolean[] censored = new boolean[hits.length];
      for (int i = 0; i < hits.length; i++) {
        censored[i] = hits[i] == 0;
      }
      KaplanMeier curve = KaplanMeier.of(RecordedTable.numbers(row, "times"), censored);

      Estimate median = curve.median(0.95);

      assertThat(median.value())
          .as(row.get("case"))
          .isEqualTo((Double) RecordedTable.number(row, "median"));
      assertThat(median.low())
          .as(row.get("case"))
          .isEqualTo((Double) RecordedTable.number(row, "low"));
      assertThat(median.high())
          .as(row.get("case"))
          .isEqualTo((Double) RecordedTable.number(row, "high"));
    }
  }

  @Test
  void survival_isTheEmpiricalLaw_withoutCensoring() {
    KaplanMeier curve = KaplanMeier.of(new double[] {3, 1, 3, 8}, new boolean[4]);

    assertThat(curve.times()).containsExactly(1, 3, 8);
    assertThat(curve.survival()).containsExactly(0.75, 0.25, 0);
  }

  @Test
  void hitFraction_countsCensoredTrials() {
    KaplanMeier curve = KaplanMeier.of(new double[] {5, 5, 2}, new boolean[] {true, true, false});

    assertThat(curve.hitFraction(0.95).value()).isEqualTo(1.0 / 3);
    assertThat(curve.median(0.95).value()).isNaN();
  }

  @Test
  void everything_isUndefined_withoutTrials() {
    KaplanMeier curve = KaplanMeier.of(new double[0], new boolean[0]);

    assertThat(curve.median(0.95).value()).isNaN();
    assertThat(curve.hitFraction(0.95).value()).isNaN();
  }
}
