package org.basin.stats.regression;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.basin.stats.Estimate;
import org.basin.stats.Student;

/**
 * The slope of the line through pairs (x, y) by least squares: Σ(x − x̄)(y − ȳ) / Σ(x − x̄)². The
 * interval allows the spread of y to depend on x: the covariance HC1 of MacKinnon &amp; White
 * (1985), J. Econometrics 29:305, with Student's law of n − 2 degrees of freedom. It agrees with
 * R's {@code vcovHC(lm(y ~ x), type = "HC1")}.
 */
public final class Slope {

  private static final String METHOD = "least-squares-hc1";

  private Slope() {}

  /**
   * Estimates the slope. The order of the pairs changes no bit.
   *
   * @param x not modified
   * @param y one for each of {@code x}; not modified
   * @param level the nominal coverage, between 0 and 1
   * @return NaN for fewer than two different x, and where a number is NaN or infinite; the ends are
   *     NaN for fewer than three pairs, and are the slope if every pair lies on the line
   */
  public static Estimate of(double[] x, double[] y, double level) {
    Estimate.checkLevel(level);
    int n = x.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> x[i]).thenComparingDouble(i -> y[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    boolean isFinite = Arrays.stream(x).allMatch(Double::isFinite);
    isFinite &= Arrays.stream(y).allMatch(Double::isFinite);
    if (n < 2 || !isFinite || x[order[0]] == x[order[n - 1]]) {
      return new Estimate(Double.NaN, Double.NaN, Double.NaN, level, METHOD, n);
    }
    double[][] design = new double[n][];
    double[] response = new double[n];
    for (int i = 0; i < n; i++) {
      design[i] = new double[] {1, x[order[i]]};
      response[i] = y[order[i]];
    }
    LinearModel line = LinearModel.of(design, response);
    double variance = n < 3 ? Double.NaN : line.robust()[1][1];
    return Student.interval(line.coefficients()[1], Math.sqrt(variance), n - 2.0, level, METHOD, n);
  }
}
