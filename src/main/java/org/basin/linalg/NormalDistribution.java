package org.basin.linalg;

/**
 * The standard normal density φ and distribution function Φ.
 *
 * <p>Φ is evaluated by its Taylor polynomial around the nearest of many nodes, with an error below
 * 3e-16. The derivatives are φ⁽ᵏ⁾(c) = (−1)ᵏ Heₖ(c) φ(c), Heₖ₊₁(c) = c·Heₖ(c) − k·Heₖ₋₁(c)
 * (Abramowitz &amp; Stegun 1964, 26.2.32).
 */
public final class NormalDistribution {

  /** Φ rounds to 0 or 1 for a |z| of at least this. */
  private static final double END = 8.5;

  private static final int NODES_PER_UNIT = 16;

  /** The number of terms; the first omitted one is below (1/32)^9/9! · max |φ⁽⁸⁾| = 1e-18. */
  private static final int TERMS = 9;

  /**
   * Up to this |z| the series is used: adding its ½ costs the small tail of Φ no digit that
   * matters.
   */
  private static final double SERIES_END = 2;

  /**
   * Beyond {@link #SERIES_END}, so many terms of the continued fraction have an error below 1e-16.
   */
  private static final int FRACTIONS = 150;

  /** Node i is at i / NODES_PER_UNIT − END; its coefficients start at index i · TERMS. */
  private static final double[] TAYLOR = taylor();

  private NormalDistribution() {}

  /** φ(z) = e^{−z²/2} / √(2π). */
  public static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  /** Φ(z) = P(Z ≤ z); NaN if z is NaN. */
  public static double cumulative(double z) {
    if (!(Math.abs(z) < END)) {
      return Double.isNaN(z) ? z : z < 0 ? 0 : 1;
    }
    int node = (int) Math.rint((z + END) * NODES_PER_UNIT);
    double d = z - ((double) node / NODES_PER_UNIT - END);
    int last = node * TERMS + TERMS - 1;
    double sum = TAYLOR[last];
    for (int k = last - 1; k >= node * TERMS; k--) {
      sum = sum * d + TAYLOR[k];
    }
    return sum;
  }

  private static double[] taylor() {
    int nodes = (int) (2 * END * NODES_PER_UNIT) + 1;
    double[] coefficients = new double[nodes * TERMS];
    for (int node = 0, i = 0; node < nodes; node++) {
      double c = (double) node / NODES_PER_UNIT - END;
      coefficients[i++] = atNode(c);
      double below = 0;
      double derivative = density(c);
      double factorial = 1;
      for (int k = 1; k < TERMS; k++) {
        factorial *= k;
        coefficients[i++] = derivative / factorial;
        double next = -c * derivative - (k - 1) * below;
        below = derivative;
        derivative = next;
      }
    }
    return coefficients;
  }

  private static double atNode(double z) {
    if (Math.abs(z) > SERIES_END) {
      double tail = tail(Math.abs(z));
      return z < 0 ? tail : 1 - tail;
    }
    return series(z);
  }

  /**
   * Φ(z) = ½ + φ(z)·(z + z³/3 + z⁵/(3·5) + …), whose terms have one sign. Abramowitz &amp; Stegun
   * 26.2.11.
   */
  private static double series(double z) {
    double term = z;
    double sum = z;
    for (int k = 3; Math.abs(term) > 1e-18 * Math.abs(sum); k += 2) {
      term *= z * z / k;
      sum += term;
    }
    return 0.5 + density(z) * sum;
  }

  /** 1 − Φ(z) = φ(z) / (z + 1/(z + 2/(z + 3/(z + …)))). Abramowitz &amp; Stegun 26.2.14. */
  private static double tail(double z) {
    double fraction = z;
    for (int k = FRACTIONS; k > 0; k--) {
      fraction = z + k / fraction;
    }
    return density(z) / fraction;
  }
}
