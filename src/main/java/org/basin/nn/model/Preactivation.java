package org.basin.nn.model;

import org.basin.linalg.Matrix;

/** Computes a neuron's preactivations wᵀx for many inputs, summed in the order of the features. */
final class Preactivation {

  private Preactivation() {}

  /**
   * The preactivations.
   *
   * @param weight the neuron's input weight (inputs)
   * @param inputs (inputs × examples)
   * @return a new array (examples)
   */
  static double[] of(double[] weight, Matrix inputs) {
    double[] x = inputs.data();
    double[] result = new double[inputs.columns()];
    for (int e = 0, i = 0; e < result.length; e++) {
      double sum = 0;
      for (int r = 0; r < weight.length; r++, i++) {
        sum += weight[r] * x[i];
      }
      result[e] = sum;
    }
    return result;
  }
}
