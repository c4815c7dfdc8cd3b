package org.basin.stats.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.csv.CSVRecord;
import org.basin.testing.RecordedTable;
import org.junit.jupiter.api.Test;

class LocationTest {

  @Test
  void interquartileMean_equalsTheTrimmedMeanOfR() throws IOException {
    for (CSVRecord row : RecordedTable.rows("/r/comparison.csv")) {
      double[] sorted = Arrays.stream(RecordedTable.numbers(row, "first")).sorted().toArray();
      assertThat(Location.INTERQUARTILE_MEAN.of(sorted))
          .as(row.get("case"))
          .isCloseTo(RecordedTable.number(row, "iqm"), within(1e-9));
    }
  }

  @Test
  void location_ofRepeatedValues_isThatOfTheWrittenOutSample() {
    Random random = new Random(1);
    for (int n = 1; n < 12; n++) {
      double[] sorted = random.doubles(n).sorted().toArray();
      int[] counts = random.ints(n, 0, 4).toArray();
      counts[random.nextInt(n)] = 5;
      double[] full = new double[Arrays.stream(counts).sum()];
      for (int i = 0, at = 0; i < n; at += counts[i++]) {
        Arrays.fill(full, at, at + counts[i], sorted[i]);
      }
      for (Location location : Location.values()) {
        assertThat(location.of(sorted, counts, full.length))
            .as(location + " of " + full.length)
            .isCloseTo(location.of(full), within(1e-14));
      }
    }
  }

  @Test
  void median_isTheQuantile() {
    double[] even = {1, 2, 4, 8};
    assertThat(Location.MEDIAN.of(even)).isEqualTo(Quantiles.of(even).at(0.5)).isEqualTo(3);
    assertThat(Location.MEDIAN.of(new double[] {1, 2, 7})).isEqualTo(2);
  }

  @Test
  void leaveOneOut_isTheLocationOfTheRest() {
    for (int n = 2; n < 14; n++) {
      double[] sorted = new Random(n).doubles(n).sorted().toArray();
      for (Location location : Location.values()) {
        double[] left = location.leaveOneOut(sorted);
        for (int i = 0; i < n; i++) {
          int[] counts = new int[n];
          Arrays.fill(counts, 1);
          counts[i] = 0;
          assertThat(left[i])
              .as(location + " of " + n + " without " + i)
              .isCloseTo(location.of(sorted, counts, n - 1), within(1e-14));
        }
      }
    }
  }

  @Test
  void location_isUndefined_ofNothing_ofNan() {
    for (Location location : Location.values()) {
      assertThat(location.of(new double[0])).isNaN();
      assertThat(location.of(new double[] {1, 2, Double.NaN})).isNaN();
    }
  }
}
