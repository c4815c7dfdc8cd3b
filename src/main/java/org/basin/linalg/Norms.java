package org.basin.linalg;

/**
 * Euclidean norms and distances. Sums run in storage order, so that a result is the same to the
 * last bit every time.
 */
public final class Norms {

  private Norms() {}

  /** ‖x‖₂; infinite if a square or the sum of squares overflows. */
  public static double of(double[] x) {
    double squares = 0;
    for (double element : x) {
      squares += element * element;
    }
    return Math.sqrt(squares);
  }

  /** ‖a − b‖; the vectors have equal length. */
  public static double distance(double[] a, double[] b) {
    return Math.sqrt(squaredDistance(a, b));
  }

  /** ‖a − b‖²; the vectors have equal length. */
  public static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      double difference = a[k] - b[k];
      sum += difference * difference;
    }
    return sum;
  }

  /**
   * The angle between two vectors of equal length, in radians in [0, π], accurate near 0 and π
   * (Kahan 2006, "How futile are mindless assessments of roundoff"); NaN if either vector is 0.
   */
  public static double angle(double[] a, double[] b) {
    double first = of(a);
    double second = of(b);
    double minus = 0;
    double plus = 0;
    for (int k = 0; k < a.length; k++) {
      double p = a[k] / first;
      double q = b[k] / second;
      minus += (p - q) * (p - q);
      plus += (p + q) * (p + q);
    }
    return 2 * Math.atan2(Math.sqrt(minus), Math.sqrt(plus));
  }
}
