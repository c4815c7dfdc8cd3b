package org.basin.stats.regression;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/**
 * The search over a law's exponent in variable projection (Golub &amp; Pereyra 1973, SIAM J. Numer.
 * Anal. 10:413): a geometric grid that finds the valley, then Brent's method within it.
 */
public final class ExponentSearch {

  /** The number of exponents that are tried first: at most half as large again as the last. */
  private static final int GRID = 33;

  /** The relative error of the exponent, about all that a sum of squares shows of it. */
  private static final double TOLERANCE = 1e-7;

  /** Brent's method takes about twenty. */
  private static final int EVALUATIONS = 200;

  private ExponentSearch() {}

  /**
   * Finds the exponent with the min sum of squares.
   *
   * @param squares the sum of squares at an exponent; NaN where it is undefined
   * @param low the least exponent that is tried, &gt; 0
   * @param high the greatest, at most 2·10⁵ times {@code low}
   * @return NaN if the min of the grid is at an end of it, or if no value is finite
   */
  public static double min(DoubleUnaryOperator squares, double low, double high) {
    double from = Math.log(low);
    double step = (Math.log(high) - from) / (GRID - 1);
    int best = 0;
    double min = Double.POSITIVE_INFINITY;
    for (int i = 0; i < GRID; i++) {
      double value = squares.applyAsDouble(Math.exp(from + i * step));
      if (value < min) {
        min = value;
        best = i;
      }
    }
    if (best == 0 || best == GRID - 1) {
      return Double.NaN;
    }
    double middle = from + best * step;
    return Math.exp(
        new BrentOptimizer(TOLERANCE, TOLERANCE)
            .optimize(
                new UnivariateObjectiveFunction(at -> finite(squares.applyAsDouble(Math.exp(at)))),
                GoalType.MINIMIZE,
                new SearchInterval(middle - step, middle + step, middle),
                new MaxEval(EVALUATIONS))
            .getPoint());
  }

  private static double finite(double value) {
    return Double.isNaN(value) ? Double.MAX_VALUE : value;
  }
}
