package org.basin.train;

import org.basin.nn.Parameters;

/** Euclidean norms, summed in storage order so that they are the same to the bit every time. */
public final class Norms {

  private Norms() {}

  /** The ℓ2 norm of the trained tensors together. */
  public static double trained(Parameters parameters) {
    double sum = 0;
    for (int i = 0; i < parameters.count(); i++) {
      if (parameters.isTrained(i)) {
        for (double x : parameters.get(i).data()) {
          sum += x * x;
        }
      }
    }
    return Math.sqrt(sum);
  }

  /** The ℓ2 norm of the difference of the trained tensors of {@code a} and {@code b}. */
  static double distance(Parameters a, Parameters b) {
    double sum = 0;
    for (int i = 0; i < a.count(); i++) {
      if (a.isTrained(i)) {
        sum += squaredDistance(a.get(i).data(), b.get(i).data());
      }
    }
    return Math.sqrt(sum);
  }

  /** ‖a − b‖ of vectors of one length. */
  static double distance(double[] a, double[] b) {
    return Math.sqrt(squaredDistance(a, b));
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      double difference = a[k] - b[k];
      sum += difference * difference;
    }
    return sum;
  }

  /**
   * The angle of vectors of one length, in [0, π] radians, accurate near 0 and π (Kahan 2006, "How
   * futile are mindless assessments of roundoff"); NaN if either is 0.
   */
  public static double angle(double[] a, double[] b) {
    double first = norm(a);
    double second = norm(b);
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

  private static double norm(double[] a) {
    double sum = 0;
    for (double x : a) {
      sum += x * x;
    }
    return Math.sqrt(sum);
  }
}
