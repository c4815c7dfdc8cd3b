package org.basin.stats.regression;

import java.util.Arrays;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * The end of a least-squares fit: Gauss–Newton steps with Marquardt's damping (1963, SIAM J. Appl.
 * Math. 11:431) from a start in the right valley. They go on until the parameters rest to the last
 * digits, as the comparison with R and equal bits for any order of the trials need. Hipparchus's
 * {@code LevenbergMarquardtOptimizer} judges by the sum of squares, which no longer changes when
 * half of the parameters' digits are found, and throws where it is asked for more.
 *
 * @param parameters the best parameters
 * @param residuals the curve minus the model, at each observation
 * @param squares the sum of the squared residuals
 * @param inverse the inverse of JᵀJ at the best parameters
 */
// No code compares two of these.
@SuppressWarnings("ArrayRecordComponent")
public record GaussNewton(
    double[] parameters, double[] residuals, double squares, double[][] inverse) {

  /** A fit takes about ten. */
  private static final int ITERATIONS = 200;

  /** So damped, a step no longer moves any parameter. */
  private static final double MAX_DAMPING = 1e12;

  /** Of a parameter: a smaller step is the rounding of the normal equations. */
  private static final double STEP_TOLERANCE = 1e-13;

  /** A pivot of the scaled JᵀJ below this means that two parameters cannot be told apart. */
  private static final double MIN_PIVOT = 1e-14;

  /**
   * Fits the model.
   *
   * @param z what is fitted. Not modified.
   * @param start the first parameters. Not modified.
   * @return null if the parameters cannot be told apart or the fit does not come to rest
   */
  public static GaussNewton fit(NonlinearModel model, double[] z, double[] start) {
    double[] best = start.clone();
    double[] residuals = residuals(model, z, best);
    double squares = sum(residuals);
    double damping = 0;
    for (int k = 0; k < ITERATIONS && Double.isFinite(squares); k++) {
      Normal normal = Normal.of(model, best, residuals);
      double[] step = normal.step(damping);
      double[] next = step == null ? null : plus(best, step);
      double[] nextResiduals = next == null ? null : residuals(model, z, next);
      double nextSquares = next == null ? Double.NaN : sum(nextResiduals);
      // Not "less": the last steps move parameters by less than the sum can show.
      if (nextSquares <= squares * (1 + 1e-14)) {
        boolean rests = isSmall(step, next);
        best = next;
        residuals = nextResiduals;
        squares = nextSquares;
        damping = damping < 1e-7 ? 0 : damping / 10;
        if (rests) {
          return ended(model, best, residuals, squares);
        }
      } else if (step != null && isSmall(step, best)) {
        return ended(model, best, residuals, squares);
      } else if (damping > MAX_DAMPING) {
        return null;
      } else {
        damping = Math.max(1e-6, damping * 10);
      }
    }
    return null;
  }

  private static GaussNewton ended(
      NonlinearModel model, double[] parameters, double[] residuals, double squares) {
    double[][] inverse = Normal.of(model, parameters, residuals).inverse();
    return inverse == null ? null : new GaussNewton(parameters, residuals, squares, inverse);
  }

  private static boolean isSmall(double[] step, double[] parameters) {
    for (int j = 0; j < step.length; j++) {
      if (Math.abs(step[j]) > STEP_TOLERANCE * (Math.abs(parameters[j]) + STEP_TOLERANCE)) {
        return false;
      }
    }
    return true;
  }

  private static double[] residuals(NonlinearModel model, double[] z, double[] parameters) {
    double[] residuals = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      residuals[i] = z[i] - model.value(parameters, i);
    }
    return residuals;
  }

  private static double sum(double[] residuals) {
    double sum = 0;
    for (double residual : residuals) {
      sum += residual * residual;
    }
    return sum;
  }

  private static double[] plus(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int j = 0; j < sum.length; j++) {
      sum[j] += b[j];
    }
    return sum;
  }

  /**
   * The normal equations, with columns scaled to length 1.
   *
   * @param matrix the scaled JᵀJ
   * @param right the scaled Jᵀ times the residuals
   * @param scales the lengths of J's columns
   */
  // No code compares two of these.
  @SuppressWarnings("ArrayRecordComponent")
  private record Normal(double[][] matrix, double[] right, double[] scales) {

    static Normal of(NonlinearModel model, double[] parameters, double[] residuals) {
      int k = parameters.length;
      double[][] matrix = new double[k][k];
      double[] right = new double[k];
      double[] row = new double[k];
      for (int i = 0; i < residuals.length; i++) {
        model.gradient(parameters, i, row);
        for (int a = 0; a < k; a++) {
          right[a] += row[a] * residuals[i];
          for (int b = 0; b < k; b++) {
            matrix[a][b] += row[a] * row[b];
          }
        }
      }
      double[] scales = new double[k];
      for (int a = 0; a < k; a++) {
        scales[a] = Math.sqrt(matrix[a][a]);
      }
      for (int a = 0; a < k; a++) {
        right[a] /= scales[a];
        for (int b = 0; b < k; b++) {
          matrix[a][b] /= scales[a] * scales[b];
        }
      }
      return new Normal(matrix, right, scales);
    }

    double[] step(double damping) {
      CholeskyDecomposition decomposition = decomposition(damping);
      if (decomposition == null) {
        return null;
      }
      double[] step = decomposition.getSolver().solve(new ArrayRealVector(right, false)).toArray();
      for (int a = 0; a < step.length; a++) {
        step[a] /= scales[a];
      }
      return step;
    }

    double[][] inverse() {
      CholeskyDecomposition decomposition = decomposition(0);
      if (decomposition == null) {
        return null;
      }
      double[][] inverse = decomposition.getSolver().getInverse().getData();
      for (int a = 0; a < inverse.length; a++) {
        for (int b = 0; b < inverse.length; b++) {
          inverse[a][b] /= scales[a] * scales[b];
        }
      }
      return inverse;
    }

    private CholeskyDecomposition decomposition(double damping) {
      if (!Arrays.stream(matrix).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
        return null;
      }
      RealMatrix damped = MatrixUtils.createRealMatrix(matrix);
      for (int a = 0; a < scales.length; a++) {
        damped.addToEntry(a, a, damping);
      }
      try {
        return new CholeskyDecomposition(damped, 1e-10, MIN_PIVOT);
      } catch (MathIllegalArgumentException e) {
        return null;
      }
    }
  }
}
