package org.basin.stats.regression;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.basin.stats.linear.Matrices;

/**
 * A least-squares fit y = X β and the covariance of its coefficients under three assumptions. It
 * agrees with R's {@code lm} and the package sandwich.
 *
 * <p>Undefined (every number NaN) if there are fewer rows than columns, or columns depend on each
 * other.
 *
 * @param coefficients β
 * @param residuals y − X β, in the order of the rows; 0 where they are rounding errors
 * @param bread (XᵀX)⁻¹
 * @param x the design (rows × coefficients); not modified
 */
// Arrays for speed; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
public record LinearModel(
    double[] coefficients, double[] residuals, double[][] bread, double[][] x) {

  /** Residuals that are all this small in comparison with y are rounding errors. */
  private static final double ROUNDING = 1e-13;

  /**
   * Fits y to the columns of {@code x}.
   *
   * @param x (rows × coefficients), an intercept's column of ones included
   * @throws IllegalArgumentException if the lengths differ
   */
  public static LinearModel of(double[][] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " rows, " + y.length + " responses");
    }
    int size = x.length == 0 ? 1 : x[0].length;
    Triangle triangle = new Triangle(size);
    for (int i = 0; i < y.length; i++) {
      triangle.add(x[i], y[i]);
    }
    if (y.length < size || !triangle.isRegular()) {
      double[][] none = new double[size][size];
      Arrays.stream(none).forEach(row -> Arrays.fill(row, Double.NaN));
      return new LinearModel(none[0], nan(y.length), none, x);
    }
    double[] beta = triangle.solution();
    double[] residuals = new double[y.length];
    double largest = 0;
    double scale = 0;
    for (int i = 0; i < y.length; i++) {
      residuals[i] = y[i] - Matrices.dot(x[i], beta);
      largest = Math.max(largest, Math.abs(residuals[i]));
      scale = Math.max(scale, Math.abs(y[i]));
    }
    if (largest <= ROUNDING * scale) {
      Arrays.fill(residuals, 0);
    }
    return new LinearModel(beta, residuals, triangle.inverseGram(), x);
  }

  /** A fit whose coefficients were found otherwise, with its Jacobian as the design. */
  static LinearModel linearised(double[] coefficients, double[][] jacobian, double[] residuals) {
    LinearModel tangent = of(jacobian, residuals);
    return new LinearModel(coefficients, residuals, tangent.bread, jacobian);
  }

  public boolean isDefined() {
    return !Double.isNaN(bread[0][0]);
  }

  /** The number of rows less that of coefficients. */
  public int degreesOfFreedom() {
    return x.length - coefficients.length;
  }

  /** The residual variance, with divisor n − p; NaN for n = p. */
  public double variance() {
    return degreesOfFreedom() == 0
        ? Double.NaN
        : Matrices.dot(residuals, residuals) / degreesOfFreedom();
  }

  /** The covariance for errors that are independent and of one variance: σ² (XᵀX)⁻¹. */
  public double[][] classical() {
    return Matrices.scaled(bread, variance());
  }

  /**
   * The covariance for independent errors whose variance is any function of x: HC1 of MacKinnon
   * &amp; White (1985), J. Econometrics 29:305, with the factor n/(n − p).
   */
  public double[][] robust() {
    long[] each = new long[residuals.length];
    Arrays.setAll(each, i -> i);
    double n = residuals.length;
    return sandwich(each, n / degreesOfFreedom());
  }

  /**
   * The covariance for errors that depend on each other within clusters: Liang &amp; Zeger (1986),
   * Biometrika 73:13, with the factor G/(G − 1) · (n − 1)/(n − p) that is called CR1 (HC1 of R's
   * {@code vcovCL}). NaN for fewer than two clusters.
   *
   * @param clusters the cluster of each row
   */
  public double[][] clustered(long[] clusters) {
    double groups = Arrays.stream(clusters).distinct().count();
    double n = residuals.length;
    return groups < 2
        ? Matrices.scaled(bread, Double.NaN)
        : sandwich(clusters, groups / (groups - 1) * ((n - 1) / degreesOfFreedom()));
  }

  private double[][] sandwich(long[] clusters, double factor) {
    Map<Long, double[]> scores = new TreeMap<>();
    for (int i = 0; i < residuals.length; i++) {
      double[] score = scores.computeIfAbsent(clusters[i], c -> new double[coefficients.length]);
      for (int j = 0; j < score.length; j++) {
        score[j] += x[i][j] * residuals[i];
      }
    }
    double[][] meat = new double[bread.length][bread.length];
    scores.values().forEach(score -> Matrices.addOuter(meat, score, factor));
    return Matrices.product(Matrices.product(bread, meat), bread);
  }

  private static double[] nan(int size) {
    double[] none = new double[size];
    Arrays.fill(none, Double.NaN);
    return none;
  }
}
