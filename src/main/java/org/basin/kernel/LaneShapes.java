package org.basin.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.basin.linalg.Precision;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Optimiser;

/**
 * Which trials are trained by a kernel, and in which shape. Each shape says for itself which trials
 * it takes, by what their model, loss and optimiser say that they are, and by the trial's own
 * sizes, never its batch. A trial that none takes is trained by its model.
 */
public final class LaneShapes {

  /** Asked in this order. */
  private static final List<Function<TrialForm, Optional<? extends LaneShape>>> ALL =
      List.of(SquaredReluShape::of, DeepLinearShape::of, DenseShape::of);

  private LaneShapes() {}

  /**
   * The shape of a trial that descends the loss over a training set, or over minibatches.
   *
   * @param set examples of the training set; 0 for fresh samples
   * @return empty if no kernel trains it
   */
  public static Optional<LaneShape> of(
      Model model, Loss loss, Optimiser optimiser, int set, Precision precision) {
    return TrialForm.of(model, loss, optimiser, set, precision)
        .flatMap(
            trial ->
                ALL.stream()
                    .map(shape -> shape.apply(trial))
                    .flatMap(Optional::stream)
                    .map(shape -> (LaneShape) shape)
                    .findFirst());
  }
}
