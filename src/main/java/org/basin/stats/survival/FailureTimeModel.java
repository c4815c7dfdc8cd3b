package org.basin.stats.survival;

import java.util.Map;
import java.util.TreeMap;
import org.basin.stats.linear.Matrices;

/**
 * A regression of responses of which some are censored: z = x·β + σ ε. With z = ln T it is the
 * accelerated-failure-time model of a time T, log-normal or Weibull by the law of ε. Fitted by
 * maximum likelihood, where a response known to lie in an interval contributes F(high) − F(low).
 * Kalbfleisch &amp; Prentice (2002), The Statistical Analysis of Failure Time Data, §3.6 and §3.8.
 * It agrees with R's {@code survival::survreg}.
 *
 * <p>Undefined (every number NaN) if the responses bounded on both sides do not determine β, or lie
 * on a plane so that σ falls to 0; or if the likelihood has no max.
 *
 * @param coefficients β
 * @param scale σ &gt; 0
 * @param logLikelihood that of z, at its max
 * @param covariance (β, ln σ) squared, the inverse of the observed information
 * @param clustered the same size: H⁻¹ (Σ s sᵀ) H⁻¹ · G/(G − 1) over the G clusters' scores s, which
 *     holds where responses of one cluster depend on each other; NaN for fewer than two clusters
 * @param clusters G
 */
// Arrays for speed; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
public record FailureTimeModel(
    double[] coefficients,
    double scale,
    double logLikelihood,
    double[][] covariance,
    double[][] clustered,
    int clusters) {

  /** Fits the model. */
  public static FailureTimeModel of(CensoredSample sample, ErrorLaw law) {
    FailureTimeLikelihood likelihood = new FailureTimeLikelihood(sample, law);
    double[] theta = new LikelihoodSearch(likelihood).max();
    int p = theta.length - 1;
    double[] beta = new double[p];
    System.arraycopy(theta, 0, beta, 0, p);
    FailureTimeLikelihood.Value at = likelihood.at(theta);
    double[][] inverse = Matrices.inverse(Matrices.scaled(at.hessian(), -1));
    Map<Long, double[]> scores = scores(sample, likelihood, theta);
    return new FailureTimeModel(
        beta, Math.exp(theta[p]), at.value(), inverse, sandwich(inverse, scores), scores.size());
  }

  public boolean isDefined() {
    return !Double.isNaN(logLikelihood) && !Double.isNaN(covariance[0][0]);
  }

  private static Map<Long, double[]> scores(
      CensoredSample sample, FailureTimeLikelihood likelihood, double[] theta) {
    Map<Long, double[]> scores = new TreeMap<>();
    for (int i = 0; i < sample.count(); i++) {
      double[] sum = scores.computeIfAbsent(sample.clusters()[i], c -> new double[theta.length]);
      likelihood.addScore(i, theta, sum);
    }
    return scores;
  }

  private static double[][] sandwich(double[][] inverse, Map<Long, double[]> scores) {
    int size = inverse.length;
    double clusters = scores.size();
    double[][] meat = new double[size][size];
    for (double[] score : scores.values()) {
      Matrices.addOuter(meat, score, clusters / (clusters - 1));
    }
    return Matrices.product(Matrices.product(inverse, meat), inverse);
  }
}
