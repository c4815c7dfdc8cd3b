package org.basin.stats.survival;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.basin.stats.linear.Matrices;

/**
 * Finds the max of a {@link FailureTimeLikelihood} by Newton's method. A step that does not raise
 * the likelihood is halved; where the likelihood is not concave, the step leans towards the
 * gradient (Levenberg 1944). It starts from the least squares of the intervals' middles. Of
 * Hipparchus's optimisers of a scalar function, none takes second derivatives; those that take
 * gradients find half of the digits, and R's {@code survreg} has all.
 */
final class LikelihoodSearch {

  /** A fit takes about ten. */
  private static final int MAX_STEPS = 200;

  /** So small a part of a step changes θ by its rounding. */
  private static final int MAX_HALVINGS = 40;

  /** A standard deviation that is this small in comparison with the responses is rounding. */
  private static final double ROUNDING = 1e-12;

  /** Of twice the gain in likelihood: the step then is 1e-9 standard errors, the next 1e-18. */
  private static final double TOLERANCE = 1e-18;

  /** Of twice the gain: below, rounding decides whether the likelihood seems to rise. */
  private static final double NEAR = 1e-8;

  private final FailureTimeLikelihood likelihood;
  private final CensoredSample sample;

  LikelihoodSearch(FailureTimeLikelihood likelihood) {
    this.likelihood = likelihood;
    this.sample = likelihood.sample();
  }

  /** Returns θ at the max; NaN if there is none. */
  double[] max() {
    double[] theta = start();
    int p = theta.length - 1;
    if (Double.isNaN(theta[0])) {
      return theta;
    }
    double smallest = theta[p] + Math.log(1e-10);
    FailureTimeLikelihood.Value at = likelihood.at(theta);
    for (int step = 0; step < MAX_STEPS; step++) {
      double[] move = move(at);
      double decrement = decrement(at, move);
      // So near to the max, the gain is lost in the rounding of the likelihood.
      double[] next =
          Math.abs(decrement) < NEAR ? moved(theta, move, 1) : improved(theta, move, at.value());
      if (next == null) {
        return undefined(p);
      }
      theta = next;
      if (theta[p] < smallest) {
        return undefined(p);
      }
      if (decrement < TOLERANCE) {
        return theta;
      }
      at = likelihood.at(theta);
    }
    return undefined(p);
  }

  /** The least squares of the responses bounded on both sides give β; all of them give σ. */
  private double[] start() {
    int p = sample.x().length == 0 ? 1 : sample.x()[0].length;
    int[] bounded = IntStream.range(0, sample.count()).filter(sample::isBounded).toArray();
    if (bounded.length <= p) {
      return undefined(p);
    }
    double[] beta = leastSquares(bounded, p);
    if (Double.isNaN(beta[0]) || residual(bounded, beta) <= ROUNDING * size(bounded)) {
      return undefined(p);
    }
    int[] all = IntStream.range(0, sample.count()).toArray();
    double[] start = leastSquares(all, p);
    double[] theta = Arrays.copyOf(start, p + 1);
    theta[p] = Math.log(residual(all, start));
    return theta;
  }

  private double[] leastSquares(int[] rows, int p) {
    double[][] gram = new double[p][p];
    double[] moments = new double[p];
    for (int i : rows) {
      Matrices.addOuter(gram, sample.x()[i], 1);
      for (int j = 0; j < p; j++) {
        moments[j] += sample.x()[i][j] * sample.middle(i);
      }
    }
    return Matrices.times(Matrices.inverse(gram), moments);
  }

  /** The root of the mean square of the residuals. */
  private double residual(int[] rows, double[] beta) {
    double sum = 0;
    for (int i : rows) {
      double residual = sample.middle(i);
      for (int j = 0; j < beta.length; j++) {
        residual -= beta[j] * sample.x()[i][j];
      }
      sum += residual * residual;
    }
    return Math.sqrt(sum / rows.length);
  }

  private double size(int[] rows) {
    return Arrays.stream(rows).mapToDouble(i -> Math.abs(sample.middle(i))).max().orElse(0);
  }

  /** Newton's step, with as much of the gradient in it as makes it climb. */
  private static double[] move(FailureTimeLikelihood.Value at) {
    double[][] curvature = Matrices.scaled(at.hessian(), -1);
    double ridge = 0;
    for (int attempt = 0; attempt < 60; attempt++) {
      double[][] damped = new double[curvature.length][];
      for (int j = 0; j < damped.length; j++) {
        damped[j] = curvature[j].clone();
        damped[j][j] += ridge * (1 + Math.abs(curvature[j][j]));
      }
      if (Matrices.isPositive(damped)) {
        return Matrices.times(Matrices.inverse(damped), at.gradient());
      }
      ridge = ridge == 0 ? 1e-8 : 4 * ridge;
    }
    return at.gradient().clone();
  }

  /** Twice what the step would gain were the likelihood quadratic. */
  private static double decrement(FailureTimeLikelihood.Value at, double[] move) {
    double sum = 0;
    for (int j = 0; j < move.length; j++) {
      sum += at.gradient()[j] * move[j];
    }
    return sum;
  }

  /** Returns null if no part of {@code move} raises the likelihood. */
  private double[] improved(double[] theta, double[] move, double before) {
    double part = 1;
    for (int halving = 0; halving < MAX_HALVINGS; halving++, part /= 2) {
      double[] next = moved(theta, move, part);
      double value = likelihood.value(next);
      // A comparison with NaN is false. Equal: the last digits of the max are noise.
      if (value >= before) {
        return next;
      }
    }
    return null;
  }

  private static double[] moved(double[] theta, double[] move, double part) {
    double[] next = theta.clone();
    for (int j = 0; j < next.length; j++) {
      next[j] += part * move[j];
    }
    return next;
  }

  private static double[] undefined(int p) {
    double[] theta = new double[p + 1];
    Arrays.fill(theta, Double.NaN);
    return theta;
  }
}
