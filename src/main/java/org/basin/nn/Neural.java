package org.basin.nn;

import org.basin.linalg.Matrix;

/** A model with one hidden layer whose neurons can be told apart. */
public interface Neural extends Model {

  int neurons();

  /**
   * The input weights, one neuron a row.
   *
   * @return (neurons × inputs); the tensor itself, not to be modified
   */
  Matrix inputWeights(Parameters parameters);

  /**
   * The output weights, one neuron a column.
   *
   * @return (outputs × neurons); the tensor itself, not to be modified; null if the model has none
   */
  default Matrix outputWeights(Parameters parameters) {
    return null;
  }

  /**
   * What neuron {@code j} alone contributes, h(x; w) of one neuron with input weight {@code weight}
   * and output weight {@code output} (and bias 0), for every input: N splits over neurons by it.
   * Kumar &amp; Haupt (2024), Section 3.
   *
   * @param weight (inputs)
   * @param output the neuron's output weight; ignored by models that have none
   * @param inputs (inputs × examples)
   * @return (examples)
   */
  double[] neuron(double[] weight, double output, Matrix inputs);
}
