package org.basin.nn;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A network: a function of inputs and parameters, and its derivative. Stateless, so the lanes of a
 * batch share one; what a pass remembers stands in a {@link Workspace}.
 */
public interface Model {

  /** How many features an input has. */
  int inputs();

  /** How many numbers an output has. */
  int outputs();

  /** The parameter tensors, in a fixed order. */
  List<Shape> shapes();

  /**
   * Sets every tensor to where a trial starts.
   *
   * @param initialiser draws the tensors; a model whose tensors are not all drawn hands on those
   *     that are
   * @param parameters overwritten
   * @param stream the trial's init stream, at its start
   */
  default void initialise(
      Initialiser initialiser, Parameters parameters, UniformRandomProvider stream) {
    initialiser.initialise(this, parameters, stream);
  }

  /** Room for the intermediate values of passes over {@code examples} examples. */
  Workspace workspace(int examples);

  /**
   * The network's outputs.
   *
   * @param parameters not modified
   * @param inputs (inputs × examples), one example per column; not modified
   * @param workspace made by {@link #workspace} for this many examples; overwritten
   * @return (outputs × examples); stands in the workspace, valid until the next pass
   */
  Matrix forward(Parameters parameters, Matrix inputs, Workspace workspace);

  /**
   * The gradient of a loss with respect to the parameters. Follows a {@link #forward} with the same
   * parameters, inputs and workspace.
   *
   * @param outputGradient (outputs × examples), the loss's derivative by each output; not modified
   * @param gradient overwritten, the tensors that are not trained with zeros
   */
  void backward(
      Parameters parameters,
      Matrix inputs,
      Workspace workspace,
      Matrix outputGradient,
      Parameters gradient);

  /** The intermediate values of a model's passes; one for each lane and number of examples. */
  interface Workspace {}
}
