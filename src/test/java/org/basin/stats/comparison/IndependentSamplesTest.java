package org.basin.stats.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.basin.stats.Estimate;
import org.basin.stats.location.Location;
import org.basin.stats.resampling.Bca;
import org.basin.stats.resampling.ResampleStream;
import org.basin.testing.RecordedTable;
import org.junit.jupiter.api.Test;

class IndependentSamplesTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void welchTests_equalThoseOfR() throws IOException {
    for (CSVRecord row : RecordedTable.rows("/r/independent.csv")) {
      TwoSamples samples =
          new IndependentSamples(
              RecordedTable.numbers(row, "first"), RecordedTable.numbers(row, "second"));

      near(row, "difference", "low", "high", samples.meanDifference(0.95).estimate());
      near(row, "p", samples.meanDifference(0.95).p());
      near(row, "ratio", "ratio_low", "ratio_high", samples.ratio(0.95).estimate());
      near(row, "ratio_p", samples.ratio(0.95).p());
      Estimate ratio = samples.meanRatio(0.95).estimate();
      near(row, "mean_ratio", "mean_ratio_low", "mean_ratio_high", ratio);
    }
  }

  @Test
  void ratioOfPairedMeans_equalsThatOfR() throws IOException {
    for (CSVRecord row : RecordedTable.rows("/r/mean-ratio.csv")) {
      Contrast ratio =
          new PairedSample(
                  RecordedTable.numbers(row, "first"), RecordedTable.numbers(row, "second"))
              .meanRatio(0.95);

      near(row, "ratio", "low", "high", ratio.estimate());
      near(row, "p", ratio.p());
    }
  }

  @Test
  void bootstrapOfTheDifference_equalsRsOfTheSameResamples() throws IOException {
    for (CSVRecord row : RecordedTable.rows("/r/independent.csv")) {
      double[] x = RecordedTable.numbers(row, "first");
      double[] y = RecordedTable.numbers(row, "second");
      double[] both = DoubleStream.concat(Arrays.stream(x), Arrays.stream(y)).toArray();
      double[] indices = RecordedTable.numbers(row, "indices");
      double[] resampled = new double[indices.length / both.length];
      for (int b = 0; b < resampled.length; b++) {
        int from = b * both.length;
        double[] drawn =
            IntStream.range(from, from + both.length)
                .mapToDouble(i -> both[(int) indices[i]])
                .toArray();
        resampled[b] =
            iqm(Arrays.stream(drawn, x.length, both.length))
                - iqm(Arrays.stream(drawn, 0, x.length));
      }
      double value = iqm(Arrays.stream(y)) - iqm(Arrays.stream(x));
      double acceleration = Bca.acceleration(left(x), left(y));

      Estimate interval = Bca.interval(value, resampled, acceleration, 0.95, both.length);

      near(row, "iqm", "iqm_low", "iqm_high", interval);
    }
  }

  private static double iqm(DoubleStream values) {
    return Location.INTERQUARTILE_MEAN.of(values.sorted().toArray());
  }

  private static double[] left(double[] sample) {
    return Location.INTERQUARTILE_MEAN.leaveOneOut(Arrays.stream(sample).sorted().toArray());
  }

  @Test
  void bootstrapOfTheDifference_isDefinedForConstants_andNotForFewNanOrInfinity() {
    assertThat(difference(new double[] {1, 1}, new double[] {3, 3}))
        .isEqualTo(new Estimate(2, 2, 2, 0.95, "bca", 4));
    Estimate half = difference(new double[] {1, 1, 1}, new double[] {2, 3, 4, 7, 9});
    assertThat(half.low()).isLessThan(half.value());
    assertThat(half.high()).isGreaterThan(half.value());
    assertThat(difference(new double[] {1}, new double[] {2, 3}).low()).isNaN();
    assertThat(difference(new double[] {1, Double.NaN}, new double[] {2, 3}).value()).isNaN();
    Estimate infinite = difference(new double[] {1, 2, 3, 4}, new double[] {2, 3, 4, INFINITY});
    assertThat(infinite.value()).isEqualTo(1);
    assertThat(infinite.low()).isNaN();
  }

  private static Estimate difference(double[] first, double[] second) {
    return new IndependentSamples(first, second)
        .difference(Location.INTERQUARTILE_MEAN, 300, ResampleStream.of("test"), 0.95)
        .estimate();
  }

  @Test
  void ratioOfMeans_isUndefined_ofNegatives_ofZeroMeans_ofInfinity() {
    assertThat(ratio(new double[] {-1, 2}, new double[] {1, 2})).isNaN();
    assertThat(ratio(new double[] {0, 0}, new double[] {1, 2})).isNaN();
    assertThat(ratio(new double[] {1, INFINITY}, new double[] {1, 2})).isNaN();
    assertThat(ratio(new double[] {1, 1}, new double[] {2, 2})).isEqualTo(2);
  }

  private static double ratio(double[] first, double[] second) {
    Estimate paired = new PairedSample(first, second).meanRatio(0.95).estimate();
    Estimate independent = new IndependentSamples(first, second).meanRatio(0.95).estimate();
    assertThat(Double.compare(independent.value(), paired.value())).isZero();
    return paired.value();
  }

  private static void near(CSVRecord row, String value, String low, String high, Estimate actual) {
    near(row, value, actual.value());
    near(row, low, actual.low());
    near(row, high, actual.high());
  }

  private static void near(CSVRecord row, String column, double actual) {
    double expected = RecordedTable.number(row, column);
    assertThat(actual)
        .as(row.get("case") + " " + column)
        .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
  }
}
