package org.basin.stats.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.basin.stats.Estimate;
import org.basin.stats.location.Location;
import org.basin.testing.RecordedTable;
import org.junit.jupiter.api.Test;

class BcaTest {

  private static Estimate of(double... sample) {
    return Bca.of(
        sample, Location.INTERQUARTILE_MEAN, 500, ResampleStream.of("point", "loss"), 0.95);
  }

  @Test
  void interval_equalsRsOfTheSameResamples() throws IOException {
    for (CSVRecord row : RecordedTable.rows("/r/bca.csv")) {
      double[] sample = RecordedTable.numbers(row, "sample");
      double[] indices = RecordedTable.numbers(row, "indices");
      double[] sorted = Arrays.stream(sample).sorted().toArray();
      int n = sample.length;
      Location location =
          Arrays.stream(Location.values())
              .filter(each -> each.text().equals(row.get("statistic")))
              .findFirst()
              .orElseThrow();
      double[] resampled =
          IntStream.range(0, indices.length / n)
              .mapToDouble(b -> resample(location, sample, sorted, indices, b * n))
              .toArray();

      Estimate estimate =
          Bca.interval(
              location.of(sorted),
              resampled,
              Bca.acceleration(location.leaveOneOut(sorted)),
              RecordedTable.number(row, "level"),
              n);

      String name = row.get("case") + " " + row.get("statistic");
      near(name, estimate.value(), RecordedTable.number(row, "value"));
      near(name, estimate.low(), RecordedTable.number(row, "low"));
      near(name, estimate.high(), RecordedTable.number(row, "high"));
    }
  }

  private static double resample(
      Location location, double[] sample, double[] sorted, double[] indices, int from) {
    int[] counts = new int[sample.length];
    for (int i = 0; i < sample.length; i++) {
      counts[Arrays.binarySearch(sorted, sample[(int) indices[from + i]])]++;
    }
    return location.of(sorted, counts, sample.length);
  }

  private static void near(String name, double actual, double expected) {
    assertThat(actual).as(name).isCloseTo(expected, within(1e-10 * Math.abs(expected)));
  }

  @Test
  void interval_isTheSameAtEachComputation_inAnyOrder() {
    Estimate first = of(3, 1, 4, 1, 5, 9, 2, 6);

    assertThat(of(9, 6, 5, 4, 3, 2, 1, 1)).isEqualTo(first);
    assertThat(first.low()).isLessThan(first.value());
    assertThat(first.high()).isGreaterThan(first.value());
  }

  @Test
  void interval_isTheValue_whereAllAreEqual() {
    assertThat(of(2, 2, 2)).isEqualTo(new Estimate(2, 2, 2, 0.95, "bca", 3));
    assertThat(of(1 / 0.0, 1 / 0.0).high()).isInfinite();
  }

  @Test
  void interval_isUndefined_ofOneValue_ofNone_ofNan_ofInfinity() {
    assertThat(of(3).value()).isEqualTo(3);
    assertThat(of(3).low()).isNaN();
    assertThat(of().value()).isNaN();
    assertThat(of(1, Double.NaN, 2).value()).isNaN();
    assertThat(of(1, 2, 3, 4, 1 / 0.0).value()).isEqualTo(3);
    assertThat(of(1, 2, 3, 4, 1 / 0.0).high()).isNaN();
  }

  @Test
  void streams_differ_whereWhatTheyAreAboutDoes() {
    assertThat(ResampleStream.of("a", "bc").nextLong())
        .isNotEqualTo(ResampleStream.of("ab", "c").nextLong());
  }
}
