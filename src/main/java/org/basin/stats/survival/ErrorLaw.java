package org.basin.stats.survival;

import org.hipparchus.special.Erf;

/**
 * The law of the error ε of a {@link FailureTimeModel}, with density f, distribution F and S = 1 −
 * F.
 */
public enum ErrorLaw {
  /** The standard normal law: the logarithm of a log-normal time. */
  NORMAL {
    @Override
    double logDensity(double u) {
      return -0.5 * u * u - 0.5 * Math.log(2 * Math.PI);
    }

    @Override
    double score(double u) {
      return -u;
    }

    @Override
    double curvature(double u) {
      return -1;
    }

    @Override
    double between(double low, double high) {
      // In the tail where the two are small, so that their difference keeps its digits.
      return low > 0 ? below(-low) - below(-high) : below(high) - below(low);
    }

    private double below(double u) {
      return 0.5 * Erf.erfc(-u / Math.sqrt(2));
    }
  },
  /** The law of the min: the logarithm of an exponential time; that of a Weibull time is σ ε. */
  EXTREME_VALUE {
    @Override
    double logDensity(double u) {
      return u - Math.exp(u);
    }

    @Override
    double score(double u) {
      return 1 - Math.exp(u);
    }

    @Override
    double curvature(double u) {
      return -Math.exp(u);
    }

    @Override
    double between(double low, double high) {
      double from = Math.exp(low);
      return -Math.exp(-from) * Math.expm1(from - Math.exp(high));
    }
  };

  /** Returns ln f(u). */
  abstract double logDensity(double u);

  /** Returns f′(u)/f(u). */
  abstract double score(double u);

  /** Returns the derivative of {@link #score}. */
  abstract double curvature(double u);

  /** Returns F(high) − F(low), either of which may be infinite. */
  abstract double between(double low, double high);

  /** Returns f(u); 0 at ±∞. */
  final double density(double u) {
    return Double.isInfinite(u) ? 0 : Math.exp(logDensity(u));
  }

  /** Returns f′(u); 0 at ±∞ and where f is too small to be told from 0. */
  final double slope(double u) {
    double density = density(u);
    return density == 0 ? 0 : density * score(u);
  }
}
