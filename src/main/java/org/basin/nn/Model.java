package org.basin.nn;

import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;

/**
 * A network: a function of inputs and parameters, and its derivative. Stateless, so the lanes of a
 * batch share one; what a pass remembers stands in a {@link Workspace}.
 */
public interface Model {

  /** Layers of a network, at most: a key's bound, so that its tensors can be listed. */
  int MOST_LAYERS = 100_000;

  /** How many features an input has. */
  int inputs();

  /** How many numbers an output has. */
  int outputs();

  /** The parameter tensors, in a fixed order. */
  List<Shape> shapes();

  /**
   * What it computes, for code that computes just that in a way of its own; the default is none.
   *
   * @return empty where a training pass differs from the others ({@link #trainsOnBatches})
   */
  default Optional<ModelForm> form() {
    return Optional.empty();
  }

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
   * Room for the passes of training steps, in which a model may treat its examples as one batch
   * (batch normalisation by the batch's own moments) where other passes take each by itself.
   */
  default Workspace trainingWorkspace(int examples) {
    return workspace(examples);
  }

  /**
   * Whether an example's output in a training pass depends on the other examples: then a batch is
   * never passed in parts, and the loss that training descends is not that of the other passes.
   */
  default boolean trainsOnBatches() {
    return false;
  }

  /**
   * Takes into the tensors that are not trained what the last forward pass of a training step
   * leaves (running moments of a batch normalisation).
   *
   * @param workspace a {@link #trainingWorkspace}
   */
  default void commit(Parameters parameters, Workspace workspace) {}

  /**
   * How many examples are passed at once, at most: bounds the room that a pass over a set takes.
   */
  default int mostExamples() {
    return Integer.MAX_VALUE;
  }

  /** Multiplications that make the outputs of one example, for predicting what a trial costs. */
  default double products() {
    return shapes().stream().mapToDouble(shape -> (double) shape.rows() * shape.columns()).sum();
  }

  /** Intermediate values of one example, likewise. */
  default double activations() {
    return shapes().stream().mapToDouble(Shape::rows).sum();
  }

  /**
   * About how much memory a {@link #workspace} for {@code examples} examples uses after a forward
   * and a backward pass, in numbers (doubles). Memory is predicted from it. The default counts a
   * preactivation, an activation and a derivative for each unit.
   */
  default double memory(int examples) {
    return 3 * activations() * examples;
  }

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
