package org.basin.stats.regression;

import org.basin.stats.Estimate;
import org.basin.stats.Student;
import org.basin.stats.linear.Matrices;

/**
 * Fitted coefficients, and how sure they are.
 *
 * @param values the coefficients
 * @param covariance theirs
 * @param freedom degrees of freedom of Student's law; ∞ for the normal law
 * @param method the name of the fit and of its errors
 * @param count the number of trials
 */
// Arrays for speed; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
record Coefficients(
    double[] values, double[][] covariance, double freedom, String method, long count) {

  /** The least-squares fit, with errors clustered by seed if there are two seeds or more. */
  static Coefficients of(LinearModel model, long[] seeds, long clusters) {
    return clusters < 2
        ? new Coefficients(
            model.coefficients(),
            model.classical(),
            model.degreesOfFreedom(),
            "least-squares",
            seeds.length)
        : new Coefficients(
            model.coefficients(),
            model.clustered(seeds),
            clusters - 1.0,
            "least-squares-clustered",
            seeds.length);
  }

  /** A sum of the coefficients with {@code weights}. */
  Estimate sum(double[] weights, double level) {
    return Student.interval(
        Matrices.dot(weights, values), Math.sqrt(variance(weights)), freedom, level, method, count);
  }

  /** The p value of coefficient {@code j} being 0. */
  double p(int j) {
    return Student.p(values[j], Math.sqrt(covariance[j][j]), freedom);
  }

  Estimate coefficient(int j, double factor, double level) {
    return sum(unit(j, factor), level);
  }

  private double variance(double[] weights) {
    return Matrices.dot(weights, Matrices.times(covariance, weights));
  }

  private double[] unit(int j, double factor) {
    double[] unit = new double[values.length];
    unit[j] = factor;
    return unit;
  }
}
