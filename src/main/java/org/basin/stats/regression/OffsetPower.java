package org.basin.stats.regression;

import java.util.Map;
import java.util.TreeMap;
import org.basin.stats.linear.Matrices;

/**
 * The law y = E + A x^(−α) by least squares. For each α, E and A follow from a linear fit, so that
 * only α is searched for: variable projection, Golub &amp; Pereyra (1973), SIAM J. Numer. Anal.
 * 10:413. α &gt; 0 makes E the limit at large x, α &lt; 0 that at small x.
 *
 * <p>Undefined (NaN) with fewer than three values of x, or if no α inside the searched range is
 * best: then the curve is a straight line in ln x (α near 0) or a step.
 *
 * @param tangent the coefficients (E, A, α) and the covariance of the law made linear at them
 */
record OffsetPower(LinearModel tangent) {

  /** The exponent times the range of ln x lies between these in size. */
  private static final double SMALLEST = 1e-3;

  private static final double LARGEST = 40;
  private static final int GRID = 200;
  private static final int MAX_STEPS = 200;

  static OffsetPower of(ScalingSample sample) {
    return new OffsetPower(new Search(sample).fit());
  }

  /** A law at x = u · exp(centre): y = E + B exp(−α ln u). */
  private static final class Search {
    private final ScalingSample sample;
    private final double[] log;
    private final double[][] means;
    private final double centre;

    /** The trials at one x enter by their number and their mean. */
    Search(ScalingSample sample) {
      this.sample = sample;
      Map<Double, double[]> sums = new TreeMap<>();
      for (int i = 0; i < sample.count(); i++) {
        double[] sum = sums.computeIfAbsent(sample.x()[i][0], x -> new double[2]);
        sum[0]++;
        sum[1] += sample.low()[i];
      }
      double[] x = sums.keySet().stream().mapToDouble(Double::doubleValue).toArray();
      this.means = sums.values().toArray(double[][]::new);
      this.log = new double[x.length];
      this.centre = (Math.log(x[0]) + Math.log(x[x.length - 1])) / 2;
      for (int j = 0; j < x.length; j++) {
        log[j] = Math.log(x[j]) - centre;
      }
    }

    LinearModel fit() {
      double range = log[log.length - 1] - log[0];
      double best = Double.NaN;
      double[] bracket = null;
      double smallest = Double.POSITIVE_INFINITY;
      for (int sign = -1; sign <= 1 && log.length > 2; sign += 2) {
        for (int g = 0; g <= GRID; g++) {
          double squares = squares(exponent(sign, g, range));
          if (squares < smallest) {
            smallest = squares;
            best = exponent(sign, g, range);
            bracket =
                g == 0 || g == GRID
                    ? null
                    : new double[] {
                      exponent(sign, g - 1, range), best, exponent(sign, g + 1, range)
                    };
          }
        }
      }
      return bracket == null ? undefined() : polished(minimum(bracket));
    }

    private static double exponent(int sign, int g, double range) {
      return sign * SMALLEST * Math.pow(LARGEST / SMALLEST, (double) g / GRID) / range;
    }

    /** The golden section of an interval in which the min lies. */
    private double minimum(double[] bracket) {
      double ratio = (Math.sqrt(5) - 1) / 2;
      double a = bracket[0];
      double b = bracket[2];
      for (int step = 0; step < 60; step++) {
        double left = b - ratio * (b - a);
        double right = a + ratio * (b - a);
        if (squares(left) < squares(right)) {
          b = right;
        } else {
          a = left;
        }
      }
      return (a + b) / 2;
    }

    private double squares(double alpha) {
      double[] line = line(alpha);
      double sum = 0;
      for (int j = 0; j < log.length; j++) {
        double residual = means[j][1] / means[j][0] - line[0] - line[1] * power(alpha, j);
        sum += means[j][0] * residual * residual;
      }
      return sum;
    }

    /** (E, B), at which the sum of squares is smallest for {@code alpha}. */
    private double[] line(double alpha) {
      Triangle triangle = new Triangle(2);
      for (int j = 0; j < log.length; j++) {
        double root = Math.sqrt(means[j][0]);
        triangle.add(new double[] {root, root * power(alpha, j)}, means[j][1] / root);
      }
      return triangle.solution();
    }

    private double power(double alpha, int j) {
      return Math.exp(-alpha * log[j]);
    }

    /** Gauss and Newton's steps, to the last digits that the golden section cannot reach. */
    private LinearModel polished(double start) {
      double alpha = start;
      double[] line = line(alpha);
      double before = squares(alpha);
      for (int step = 0; step < MAX_STEPS; step++) {
        Triangle triangle = new Triangle(3);
        for (int j = 0; j < log.length; j++) {
          double root = Math.sqrt(means[j][0]);
          double power = power(alpha, j);
          double residual = means[j][1] / means[j][0] - line[0] - line[1] * power;
          triangle.add(
              new double[] {root, root * power, -root * line[1] * power * log[j]}, root * residual);
        }
        double move = triangle.solution()[2];
        double squares = squares(alpha + move);
        if (!(squares <= before)) {
          break;
        }
        alpha += move;
        line = line(alpha);
        before = squares;
        if (Math.abs(move) <= 1e-14 * Math.abs(alpha)) {
          break;
        }
      }
      return tangent(line, alpha);
    }

    private LinearModel tangent(double[] line, double alpha) {
      int n = sample.count();
      double[] residuals = new double[n];
      double[][] jacobian = new double[n][];
      // B exp(−α (ln x − centre)) = A x^(−α).
      double factor = line[1] * Math.exp(alpha * centre);
      for (int i = 0; i < n; i++) {
        double logX = Math.log(sample.x()[i][0]);
        double power = Math.exp(-alpha * logX);
        residuals[i] = sample.low()[i] - line[0] - factor * power;
        jacobian[i] = new double[] {1, power, -factor * power * logX};
      }
      return LinearModel.linearised(new double[] {line[0], factor, alpha}, jacobian, residuals);
    }

    private LinearModel undefined() {
      double[][] flat = new double[sample.count()][3];
      return LinearModel.of(flat, new double[sample.count()]);
    }
  }

  boolean isDefined() {
    return tangent.isDefined()
        && !Double.isNaN(Matrices.dot(tangent.coefficients(), tangent.coefficients()));
  }
}
