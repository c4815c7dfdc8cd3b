package org.basin.nn;

import org.basin.linalg.Matrix;

/** A model with one hidden layer, whose neurons can be read one by one. */
public interface Neural extends Model {

  int neurons();

  /**
   * The input weights, one neuron per row.
   *
   * @return (neurons × inputs); the tensor itself, which must not be modified
   */
  Matrix inputWeights(Parameters parameters);

  /**
   * The output weights, one neuron per column.
   *
   * @return (outputs × neurons); the tensor itself, which must not be modified; null if the model
   *     has none
   */
  default Matrix outputWeights(Parameters parameters) {
    return null;
  }

  /**
   * The contribution h(x; w) of a single neuron with input weight {@code weight}, output weight
   * {@code output} and bias 0, for every input. The paper's N is a sum of such terms over neurons.
   * Kumar &amp; Haupt (2024), Section 3.
   *
   * @param weight the neuron's input weight (inputs)
   * @param output the neuron's output weight; ignored by models that have none
   * @param inputs (inputs × examples)
   * @return (examples)
   */
  double[] neuron(double[] weight, double output, Matrix inputs);
}
