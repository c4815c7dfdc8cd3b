package org.basin.stats.regression;

import java.util.Map;
import java.util.TreeMap;
import org.basin.stats.linear.Matrices;

/**
 * A logistic regression on one number: ln(p/(1 − p)) = a + b x, fitted by iteratively reweighted
 * least squares. McCullagh &amp; Nelder (1989), Generalized Linear Models, §4.4. It agrees with R's
 * {@code glm(family = binomial)}.
 *
 * <p>Undefined (every number NaN) where the likelihood has no max: if the events are separated from
 * the others by a threshold, or all trials have one x.
 *
 * @param intercept a
 * @param slope b
 * @param logLikelihood of the single trials
 * @param covariance of (a, b): the inverse of the information
 */
// Arrays for speed; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
public record LogisticModel(
    double intercept, double slope, double logLikelihood, double[][] covariance) {

  /** A fit takes about ten. */
  private static final int MAX_STEPS = 100;

  /** Of twice the gain in likelihood: below, it is lost in the rounding of the likelihood. */
  private static final double NEAR = 1e-8;

  /** Of the same: the last step then was 1e-9 standard errors. */
  private static final double TOLERANCE = 1e-18;

  /** So small a part of a step changes the coefficients by their rounding. */
  private static final double MIN_PART = 1e-12;

  /**
   * Fits the model.
   *
   * @param x the numbers; finite
   * @param events whether each trial did it
   */
  public static LogisticModel of(double[] x, boolean[] events) {
    return of(EventCounts.of(x, events));
  }

  static LogisticModel of(EventCounts counts) {
    if (counts.size() < 2 || counts.isSeparated()) {
      return undefined();
    }
    // Centred and of unit spread: x may be 1e-5 ± 1e-7.
    double centre = counts.x()[counts.size() / 2];
    double spread = counts.x()[counts.size() - 1] - counts.x()[0];
    double[] u = new double[counts.size()];
    for (int i = 0; i < u.length; i++) {
      u[i] = (counts.x()[i] - centre) / spread;
    }
    double[] theta = {logit(counts.fraction()), 0};
    double[][] inverse = null;
    for (int step = 0; step < MAX_STEPS; step++) {
      double[] gradient = new double[2];
      double[][] information = new double[2][2];
      for (int i = 0; i < u.length; i++) {
        double p = expit(theta[0] + theta[1] * u[i]);
        double residual = counts.events()[i] - counts.trials()[i] * p;
        gradient[0] += residual;
        gradient[1] += residual * u[i];
        Matrices.addOuter(information, new double[] {1, u[i]}, counts.trials()[i] * p * (1 - p));
      }
      inverse = Matrices.inverse(information);
      double[] move = Matrices.times(inverse, gradient);
      double before = logLikelihood(counts, u, theta);
      double decrement = Matrices.dot(gradient, move);
      double part = 1;
      double[] next;
      do {
        next = new double[] {theta[0] + part * move[0], theta[1] + part * move[1]};
        part /= 2;
      } while (decrement > NEAR && !(logLikelihood(counts, u, next) >= before) && part > MIN_PART);
      theta = next;
      if (decrement < TOLERANCE) {
        return scaled(counts, u, theta, inverse, centre, spread);
      }
    }
    return undefined();
  }

  private static LogisticModel scaled(
      EventCounts counts,
      double[] u,
      double[] theta,
      double[][] inverse,
      double centre,
      double spread) {
    double[][] turn = {{1, -centre / spread}, {0, 1 / spread}};
    double[][] back = {{1, 0}, {-centre / spread, 1 / spread}};
    double slope = theta[1] / spread;
    return new LogisticModel(
        theta[0] - slope * centre,
        slope,
        logLikelihood(counts, u, theta),
        Matrices.product(Matrices.product(turn, inverse), back));
  }

  public boolean isDefined() {
    return !Double.isNaN(slope);
  }

  /**
   * The covariance of (a, b) where trials of one cluster depend on each other: the sandwich with
   * the factor G/(G − 1) over G clusters; NaN for fewer than two. Liang &amp; Zeger (1986).
   *
   * @param x as fitted
   * @param events as fitted
   * @param clusters the cluster of each trial
   */
  public double[][] clustered(double[] x, boolean[] events, long[] clusters) {
    Map<Long, double[]> scores = new TreeMap<>();
    for (int i = 0; i < x.length; i++) {
      double residual = (events[i] ? 1 : 0) - expit(intercept + slope * x[i]);
      double[] score = scores.computeIfAbsent(clusters[i], c -> new double[2]);
      score[0] += residual;
      score[1] += residual * x[i];
    }
    double groups = scores.size();
    double[][] meat = new double[2][2];
    scores.values().forEach(score -> Matrices.addOuter(meat, score, groups / (groups - 1)));
    return groups < 2
        ? Matrices.scaled(covariance, Double.NaN)
        : Matrices.product(Matrices.product(covariance, meat), covariance);
  }

  private static double logLikelihood(EventCounts counts, double[] u, double[] theta) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      double eta = theta[0] + theta[1] * u[i];
      sum += counts.events()[i] * eta - counts.trials()[i] * softplus(eta);
    }
    return sum;
  }

  static double logit(double p) {
    return Math.log(p / (1 - p));
  }

  static double expit(double eta) {
    return 1 / (1 + Math.exp(-eta));
  }

  /** ln(1 + exp(eta)) without overflow. */
  static double softplus(double eta) {
    return Math.max(eta, 0) + Math.log1p(Math.exp(-Math.abs(eta)));
  }

  private static LogisticModel undefined() {
    double nan = Double.NaN;
    return new LogisticModel(nan, nan, nan, new double[][] {{nan, nan}, {nan, nan}});
  }
}
