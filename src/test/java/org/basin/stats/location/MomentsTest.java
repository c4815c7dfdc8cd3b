package org.basin.stats.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.apache.commons.csv.CSVRecord;
import org.basin.stats.Estimate;
import org.basin.testing.RecordedTable;
import org.junit.jupiter.api.Test;

class MomentsTest {

  @Test
  void meanAndInterval_equalThoseOfR() throws IOException {
    for (CSVRecord row : RecordedTable.rows("/r/survival.csv")) {
      Moments moments = Moments.of(RecordedTable.numbers(row, "times"));
      Estimate mean = moments.estimate(0.95);

      check(row, "mean", moments.mean());
      check(row, "sd", moments.sd());
      check(row, "mean_low", mean.low());
      check(row, "mean_high", mean.high());
    }
  }

  @Test
  void sd_survivesALargeOffset() {
    double sd = Moments.of(new double[] {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16}).sd();

    assertThat(sd).isCloseTo(Math.sqrt(30), within(1e-12));
  }

  @Test
  void moments_areUndefined_ofTooFew() {
    assertThat(Moments.of(new double[0]).mean()).isNaN();
    assertThat(Moments.of(new double[] {3}).sd()).isNaN();
    assertThat(Moments.of(new double[] {3}).estimate(0.95).low()).isNaN();
  }

  private static void check(CSVRecord row, String column, double actual) {
    double expected = RecordedTable.number(row, column);
    if (Double.isNaN(expected)) {
      assertThat(actual).as(row.get("case") + " " + column).isNaN();
    } else {
      assertThat(actual)
          .as(row.get("case") + " " + column)
          .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
    }
  }
}
