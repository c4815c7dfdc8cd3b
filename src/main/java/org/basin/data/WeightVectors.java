package org.basin.data;

import org.basin.linalg.Matrix;

/** The weight vectors of neurons and their norms. Immutable. */
final class WeightVectors {

  private final Matrix weights;
  private final double[] norms;

  private WeightVectors(Matrix weights, double[] norms) {
    this.weights = weights;
    this.norms = norms;
  }

  /**
   * @param weights (neurons × inputs), one neuron per row; used itself, not copied
   */
  static WeightVectors of(Matrix weights) {
    double[] norms = new double[weights.rows()];
    for (int c = 0; c < weights.columns(); c++) {
      for (int r = 0; r < norms.length; r++) {
        norms[r] += weights.get(r, c) * weights.get(r, c);
      }
    }
    for (int r = 0; r < norms.length; r++) {
      norms[r] = Math.sqrt(norms[r]);
    }
    return new WeightVectors(weights, norms);
  }

  int count() {
    return norms.length;
  }

  /** The weights (neurons × inputs), which must not be modified. */
  Matrix weights() {
    return weights;
  }

  /** The norm of neuron {@code i}. */
  double norm(int i) {
    return norms[i];
  }

  /**
   * ‖x/‖x‖ + sign · y/‖y‖‖ for neuron x = {@code i} of these and y = {@code j} of others; neither
   * is 0.
   */
  double gap(int i, WeightVectors others, int j, int sign) {
    double sum = 0;
    for (int k = 0; k < weights.columns(); k++) {
      double part =
          weights.get(i, k) / norms[i] + sign * others.weights.get(j, k) / others.norms[j];
      sum += part * part;
    }
    return Math.sqrt(sum);
  }
}
