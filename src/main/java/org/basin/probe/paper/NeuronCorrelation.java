package org.basin.probe.paper;

import org.basin.linalg.Matrix;
import org.basin.nn.Neural;

/**
 * A neuron's correlation as a function of its input weight alone, G(w) = Σ_i z_i h(x_i; w). It is
 * homogeneous of degree 1 or 2. As long as no input changes its side of the activation, it is
 * linear or quadratic: G(w) = gᵀw or wᵀAw.
 */
final class NeuronCorrelation {

  private final Neural model;
  private final Matrix inputs;
  private final double[] z;
  private final int degree;
  private final double output;

  /**
   * @param model the model of the neuron
   * @param inputs (inputs × examples)
   * @param z the labels z (examples)
   * @param degree 1 with output weights, 2 without
   * @param output the neuron's output weight; ignored by models that have none
   */
  NeuronCorrelation(Neural model, Matrix inputs, double[] z, int degree, double output) {
    this.model = model;
    this.inputs = inputs;
    this.z = z;
    this.degree = degree;
    this.output = output;
  }

  Matrix inputs() {
    return inputs;
  }

  int degree() {
    return degree;
  }

  /** The labels z_i. */
  double z(int i) {
    return z[i];
  }

  /**
   * The products z_i c_i. The activation equals c_i (w·x_i)^degree on the side of x_i on which
   * {@code w} lies; so c_i is 0, 1 or the slope of a leaky ReLU, and 0 if w·x_i = 0.
   */
  double[] weights(double[] w) {
    double[] h = model.neuron(w, output, inputs);
    double[] weights = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      double side = side(w, i);
      weights[i] = side == 0 ? 0 : z[i] * h[i] / (degree == 1 ? side : side * side);
    }
    return weights;
  }

  /** The preactivations w·x_i. */
  double side(double[] w, int i) {
    double side = 0;
    for (int d = 0; d < w.length; d++) {
      side += inputs.get(d, i) * w[d];
    }
    return side;
  }

  /** The gradient ∇G(w), which is g or 2Aw. */
  double[] gradient(double[] w) {
    double[] weights = weights(w);
    double[] gradient = new double[w.length];
    for (int i = 0; i < z.length; i++) {
      double factor = weights[i] * (degree == 1 ? 1 : 2 * side(w, i));
      for (int d = 0; d < w.length; d++) {
        gradient[d] += factor * inputs.get(d, i);
      }
    }
    return gradient;
  }

  /** The value G(w). */
  double value(double[] w) {
    double[] h = model.neuron(w, output, inputs);
    double sum = 0;
    for (int i = 0; i < z.length; i++) {
      sum += z[i] * h[i];
    }
    return sum;
  }

  /**
   * The KKT residual ‖∇G − (wᵀ∇G)w‖/‖∇G‖ at w of norm 1, on the sphere of input weights; 0 if w is
   * a KKT point.
   */
  double kkt(double[] w) {
    return new FlatVector(gradient(w)).sineTo(new FlatVector(w));
  }
}
