package org.basin.train;

import org.basin.nn.Matrix;
import org.basin.nn.Parameters;

/** Euclidean norms, summed in storage order so that they are the same to the bit every time. */
final class Norms {

  private Norms() {}

  /** The ℓ2 norm of the trained tensors together. */
  static double trained(Parameters parameters) {
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
        sum += squaredDistance(a.get(i), b.get(i));
      }
    }
    return Math.sqrt(sum);
  }

  /** Σ (a − b)² over the elements. */
  static double squaredDistance(Matrix a, Matrix b) {
    double[] x = a.data();
    double[] y = b.data();
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      double difference = x[k] - y[k];
      sum += difference * difference;
    }
    return sum;
  }
}
