package org.basin.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTimeModelTest {

  private static final Path FOLDER = Path.of("src/test/resources/org/basin/stats/regression");
  private static final List<double[]> TIMES = times();

  /** seed, x, time, censored, low, high. */
  private static List<double[]> times() {
    try {
      return Files.readAllLines(FOLDER.resolve("times.csv")).stream()
          .skip(1)
          .map(line -> line.replace("Inf", "Infinity").split(",", -1))
          .map(cells -> Arrays.stream(cells).mapToDouble(Double::parseDouble).toArray())
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static CensoredSample sample(
      List<double[]> rows, boolean bracketed, DoubleUnaryOperator scale) {
    return new CensoredSample(
        rows.stream().map(row -> new double[] {1, Math.log(row[1])}).toArray(double[][]::new),
        rows.stream().mapToDouble(row -> scale.applyAsDouble(row[bracketed ? 4 : 2])).toArray(),
        rows.stream()
            .mapToDouble(row -> scale.applyAsDouble(bracketed || row[3] == 1 ? row[5] : row[2]))
            .toArray(),
        rows.stream().mapToLong(row -> (long) row[0]).toArray());
  }

  @ParameterizedTest
  @CsvSource({
    "lognormal, NORMAL, true",
    "weibull, EXTREME_VALUE, true",
    "gaussian, NORMAL, false",
    "extreme, EXTREME_VALUE, false"
  })
  void censoredTimes_areThoseOfR(String name, ErrorLaw law, boolean isLog) throws IOException {
    FailureTimeModel model =
        FailureTimeModel.of(sample(TIMES, false, isLog ? Math::log : t -> t), law);
    matches(name, model.coefficients()[0], model.coefficients()[1], model.scale());
    matches(name + " variance", flat(model.covariance()));
    matches(name + " clustered", flat(model.clustered()));
    if (name.equals("lognormal")) {
      matches("lognormal likelihood", model.logLikelihood());
    }
  }

  @ParameterizedTest
  @CsvSource({"lognormal, NORMAL", "weibull, EXTREME_VALUE"})
  void bracketedTimes_areThoseOfR(String name, ErrorLaw law) throws IOException {
    FailureTimeModel model = FailureTimeModel.of(sample(TIMES, true, Math::log), law);
    matches(name + " interval", model.coefficients()[0], model.coefficients()[1], model.scale());
    matches(name + " interval variance", flat(model.covariance()));
  }

  @Test
  void narrowBrackets_areAsExactTimes() {
    CensoredSample exact = sample(TIMES, false, Math::log);
    double[] high = exact.high().clone();
    for (int i = 0; i < high.length; i++) {
      high[i] += 1e-6;
    }
    CensoredSample narrow = new CensoredSample(exact.x(), exact.low(), high, exact.clusters());
    assertThat(FailureTimeModel.of(narrow, ErrorLaw.NORMAL).scale())
        .isCloseTo(FailureTimeModel.of(exact, ErrorLaw.NORMAL).scale(), within(1e-5));
  }

  @Test
  void allCensored_orHitsAtOneValue_orOnALine_isUndefined() {
    double[][] x = {{1, 1}, {1, 1}, {1, 2}, {1, 2}};
    double inf = Double.POSITIVE_INFINITY;
    for (ErrorLaw law : ErrorLaw.values()) {
      assertThat(undefined(x, new double[] {3, 3, 3, 3}, new double[] {inf, inf, inf, inf}, law))
          .isTrue();
      assertThat(undefined(x, new double[] {1, 2, 3, 3}, new double[] {1, 2, inf, inf}, law))
          .isTrue();
      assertThat(undefined(x, new double[] {1, 1, 2, 2}, new double[] {1, 1, 2, 2}, law)).isTrue();
    }
  }

  private static boolean undefined(double[][] x, double[] low, double[] high, ErrorLaw law) {
    FailureTimeModel model =
        FailureTimeModel.of(new CensoredSample(x, low, high, new long[] {1, 2, 1, 2}), law);
    return !model.isDefined() && Double.isNaN(model.coefficients()[1]);
  }

  @Test
  void order_changesNoMoreThanRounding() {
    List<double[]> shuffled = new java.util.ArrayList<>(TIMES);
    Collections.shuffle(shuffled, new Random(1));
    assertThat(FailureTimeModel.of(sample(shuffled, true, Math::log), ErrorLaw.NORMAL).scale())
        .isCloseTo(
            FailureTimeModel.of(sample(TIMES, true, Math::log), ErrorLaw.NORMAL).scale(),
            within(1e-12));
  }

  private static double[] flat(double[][] matrix) {
    return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
  }

  private static void matches(String name, double... actual) throws IOException {
    double[] expected =
        Files.readAllLines(FOLDER.resolve("expected.csv")).stream()
            .map(line -> line.split(",", -1))
            .filter(cells -> cells[0].equals(name))
            .mapToDouble(cells -> Double.parseDouble(cells[2]))
            .toArray();
    assertThat(actual).as(name).hasSameSizeAs(expected);
    IntStream.range(0, expected.length)
        .forEach(
            i ->
                assertThat(actual[i])
                    .as(name + " " + i)
                    .isCloseTo(expected[i], within(1e-8 * Math.max(1e-9, Math.abs(expected[i])))));
  }
}
