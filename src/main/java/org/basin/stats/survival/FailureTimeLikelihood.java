package org.basin.stats.survival;

/** The logarithm of the likelihood of a {@link FailureTimeModel}, in θ = (β, ln σ). */
final class FailureTimeLikelihood {

  /** The value, its gradient and its second derivatives. */
  // Arrays for speed; no code compares two records.
  @SuppressWarnings("ArrayRecordComponent")
  record Value(double value, double[] gradient, double[][] hessian) {}

  /**
   * One response's part: the value and its derivatives by η = x·β and τ = ln σ.
   *
   * @param both the mixed second derivative
   */
  private record Part(
      double value, double eta, double tau, double etaEta, double both, double tauTau) {}

  private final CensoredSample sample;
  private final ErrorLaw law;

  FailureTimeLikelihood(CensoredSample sample, ErrorLaw law) {
    this.sample = sample;
    this.law = law;
  }

  CensoredSample sample() {
    return sample;
  }

  /** Returns the value alone, which is −∞ or NaN where θ is impossible. */
  double value(double[] theta) {
    double sum = 0;
    double sigma = Math.exp(theta[theta.length - 1]);
    for (int i = 0; i < sample.count(); i++) {
      double eta = eta(i, theta);
      double low = (sample.low()[i] - eta) / sigma;
      sum +=
          sample.isExact(i)
              ? law.logDensity(low) - theta[theta.length - 1]
              : Math.log(law.between(low, (sample.high()[i] - eta) / sigma));
    }
    return sum;
  }

  Value at(double[] theta) {
    int p = theta.length - 1;
    double value = 0;
    double[] gradient = new double[p + 1];
    double[][] hessian = new double[p + 1][p + 1];
    for (int i = 0; i < sample.count(); i++) {
      Part part = part(i, theta);
      double[] x = sample.x()[i];
      value += part.value;
      add(gradient, x, part);
      for (int j = 0; j < p; j++) {
        for (int k = 0; k < p; k++) {
          hessian[j][k] += part.etaEta * x[j] * x[k];
        }
        hessian[j][p] += part.both * x[j];
        hessian[p][j] += part.both * x[j];
      }
      hessian[p][p] += part.tauTau;
    }
    return new Value(value, gradient, hessian);
  }

  /** Adds the gradient of response {@code i}'s part to {@code sum}. */
  void addScore(int i, double[] theta, double[] sum) {
    add(sum, sample.x()[i], part(i, theta));
  }

  private static void add(double[] gradient, double[] x, Part part) {
    for (int j = 0; j < x.length; j++) {
      gradient[j] += part.eta * x[j];
    }
    gradient[x.length] += part.tau;
  }

  private double eta(int i, double[] theta) {
    double eta = 0;
    double[] x = sample.x()[i];
    // θ is longer by ln σ.
    for (int j = 0; j < x.length; j++) {
      eta += x[j] * theta[j];
    }
    return eta;
  }

  private Part part(int i, double[] theta) {
    double tau = theta[theta.length - 1];
    double sigma = Math.exp(tau);
    double eta = eta(i, theta);
    double u = (sample.low()[i] - eta) / sigma;
    return sample.isExact(i)
        ? exact(u, sigma, tau)
        : interval(u, (sample.high()[i] - eta) / sigma, sigma);
  }

  /** With u = (z − η)/σ, ∂u/∂η = −1/σ and ∂u/∂τ = −u, of ln f(u) − τ. */
  private Part exact(double u, double sigma, double tau) {
    double g = law.score(u);
    double h = law.curvature(u);
    return new Part(
        law.logDensity(u) - tau,
        -g / sigma,
        -u * g - 1,
        h / (sigma * sigma),
        (g + u * h) / sigma,
        u * g + u * u * h);
  }

  /** Of ln D with D = F(b) − F(a). */
  private Part interval(double a, double b, double sigma) {
    double difference = law.between(a, b);
    double eta = -(law.density(b) - law.density(a)) / sigma / difference;
    double tau = -(times(b, law.density(b)) - times(a, law.density(a))) / difference;
    double etaEta = (law.slope(b) - law.slope(a)) / (sigma * sigma) / difference;
    double both = (bend(b) - bend(a)) / sigma / difference;
    double tauTau = (times(b, bend(b)) - times(a, bend(a))) / difference;
    return new Part(
        Math.log(difference), eta, tau, etaEta - eta * eta, both - eta * tau, tauTau - tau * tau);
  }

  /** Returns f(u) + u f′(u). */
  private double bend(double u) {
    return law.density(u) + times(u, law.slope(u));
  }

  /** A density falls faster than u grows, so that ∞ · 0 is 0. */
  private static double times(double u, double density) {
    return density == 0 ? 0 : u * density;
  }
}
