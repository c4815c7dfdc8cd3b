package org.basin.stats.regression;

import org.basin.stats.linear.Matrices;

/**
 * The profile likelihood of the x at which a {@link LogisticModel} crosses a fraction: for each x,
 * the max over the slopes of models that cross there. Its interval is not symmetric and may be
 * unbounded, as that of a ratio must be. Venzon &amp; Moolgavkar (1988), Applied Statistics 37:87.
 * The ends are found by bisection to the last bit, so that they depend on no tolerance.
 */
final class BoundaryProfile {

  /** Of a 64th of the range of x: so far away, the profile is as at infinity. */
  private static final int MAX_DOUBLINGS = 60;

  /** Bisection ends when no double is left between the ends, after about 60. */
  private static final int BISECTIONS = 200;

  /** Newton's method in one dimension takes about ten. */
  private static final int STEPS = 200;

  /** Of twice the gain in likelihood: below the first, it is lost in rounding; the second ends. */
  private static final double NEAR = 1e-8;

  private static final double TOLERANCE = 1e-16;

  private final EventCounts counts;
  private final LogisticModel model;
  private final double logit;
  private final double allowed;

  /**
   * @param logit the logit of the fraction
   * @param allowed how far below the max the logarithm of the likelihood may be in the interval
   */
  BoundaryProfile(EventCounts counts, LogisticModel model, double logit, double allowed) {
    this.counts = counts;
    this.model = model;
    this.logit = logit;
    this.allowed = allowed;
  }

  /** The x at which the model crosses the fraction. */
  double crossing() {
    return (logit - model.intercept()) / model.slope();
  }

  /** The interval's end below (−1) or above (1) the crossing; NaN if it is unbounded there. */
  double end(int side) {
    double inside = crossing();
    double width = counts.x()[counts.size() - 1] - counts.x()[0];
    double outside = inside;
    for (int doubling = 0; doubling < MAX_DOUBLINGS; doubling++) {
      outside = inside + side * width * Math.scalb(1.0 / 64, doubling);
      if (drop(outside) > allowed) {
        break;
      }
    }
    if (!(drop(outside) > allowed)) {
      return Double.NaN;
    }
    for (int i = 0; i < BISECTIONS && outside != inside; i++) {
      double middle = inside + (outside - inside) / 2;
      if (middle == inside || middle == outside) {
        break;
      }
      if (drop(middle) > allowed) {
        outside = middle;
      } else {
        inside = middle;
      }
    }
    return inside;
  }

  /** How far the profile at {@code x0} is below the max. */
  private double drop(double x0) {
    double slope = 0;
    double value = value(x0, slope);
    for (int step = 0; step < STEPS; step++) {
      double gradient = 0;
      double information = 0;
      for (int i = 0; i < counts.size(); i++) {
        double d = counts.x()[i] - x0;
        double p = LogisticModel.expit(logit + slope * d);
        gradient += (counts.events()[i] - counts.trials()[i] * p) * d;
        information += counts.trials()[i] * p * (1 - p) * d * d;
      }
      double move = gradient / information;
      double part = 1;
      double next = value(x0, slope + move);
      // Near the max, the gain is lost in the rounding of the likelihood.
      while (gradient * move > NEAR && !(next >= value) && part > 1e-12) {
        part /= 2;
        next = value(x0, slope + part * move);
      }
      slope += part * move;
      value = next;
      if (!(gradient * move > TOLERANCE)) {
        break;
      }
    }
    return model.logLikelihood() - value;
  }

  private double value(double x0, double slope) {
    double sum = 0;
    for (int i = 0; i < counts.size(); i++) {
      double eta = logit + slope * (counts.x()[i] - x0);
      sum += counts.events()[i] * eta - counts.trials()[i] * LogisticModel.softplus(eta);
    }
    return sum;
  }

  /** The variance of the crossing by the delta method. */
  double variance(double[][] covariance) {
    double[] gradient = {-1 / model.slope(), -crossing() / model.slope()};
    return Matrices.dot(gradient, Matrices.times(covariance, gradient));
  }
}
