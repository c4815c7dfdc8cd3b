package org.basin.nn;

import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;

/**
 * A network: a function of inputs and parameters, and its derivative. It is stateless, so the lanes
 * of a batch share one model; a {@link Workspace} keeps the intermediate values of a pass.
 */
public interface Model {

  /** The max number of layers that a key allows, so that the list of tensors fits into memory. */
  int MOST_LAYERS = 100_000;

  /** The number of features of an input. */
  int inputs();

  /** The number of outputs for one input. */
  int outputs();

  /** The parameter tensors, in a fixed order. */
  List<Shape> shapes();

  /**
   * Describes what the model computes, for code such as a kernel that computes the same in another
   * way. Empty by default.
   *
   * @return empty if a training pass differs from the other passes ({@link #trainsOnBatches})
   */
  default Optional<ModelForm> form() {
    return Optional.empty();
  }

  /**
   * Sets every tensor to its value at the start of a trial.
   *
   * @param initialiser draws the tensors; a model that does not draw all of them passes on those
   *     that it does
   * @param parameters overwritten
   * @param stream the trial's init stream, from its start
   */
  default void initialise(
      Initialiser initialiser, Parameters parameters, UniformRandomProvider stream) {
    initialiser.initialise(this, parameters, stream);
  }

  /** A new workspace for passes over {@code examples} examples. */
  Workspace workspace(int examples);

  /**
   * A new workspace for the passes of training steps. In these a model may treat the examples as
   * one batch (batch normalisation uses the batch's own moments), whereas other passes treat each
   * example independently.
   */
  default Workspace trainingWorkspace(int examples) {
    return workspace(examples);
  }

  /**
   * Whether an example's output in a training pass depends on the other examples. If so, a batch is
   * never split, and the loss that training minimises differs from that of the other passes.
   */
  default boolean trainsOnBatches() {
    return false;
  }

  /**
   * Updates the tensors that are not trained (a batch normalisation's running moments) from the
   * last forward pass of a training step.
   *
   * @param workspace a {@link #trainingWorkspace}
   */
  default void commit(Parameters parameters, Workspace workspace) {}

  /**
   * The max number of examples in one pass, which bounds the memory that a pass over a set uses.
   */
  default int mostExamples() {
    return Integer.MAX_VALUE;
  }

  /**
   * The number of multiply-adds that compute the outputs of one example. A trial's cost is
   * predicted from it.
   */
  default double products() {
    return shapes().stream().mapToDouble(shape -> (double) shape.rows() * shape.columns()).sum();
  }

  /** The number of intermediate values of one example. A trial's cost is predicted from it. */
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
   * @param workspace a {@link #workspace} for this number of examples; overwritten
   * @return (outputs × examples); kept in the workspace and valid until the next pass
   */
  Matrix forward(Parameters parameters, Matrix inputs, Workspace workspace);

  /**
   * Computes the gradient of a loss with respect to the parameters. The call before it must be a
   * {@link #forward} with the same parameters, inputs and workspace.
   *
   * @param outputGradient (outputs × examples), the loss's derivative with respect to each output;
   *     not modified
   * @param gradient overwritten; the tensors that are not trained become zero
   */
  void backward(
      Parameters parameters,
      Matrix inputs,
      Workspace workspace,
      Matrix outputGradient,
      Parameters gradient);

  /**
   * Keeps the intermediate values of a model's passes. Each lane has one for each number of
   * examples.
   */
  interface Workspace {}
}
