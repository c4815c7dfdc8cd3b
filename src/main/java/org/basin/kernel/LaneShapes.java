package org.basin.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.basin.linalg.Precision;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Optimiser;

/**
 * Finds the kernel shape of a trial. Each shape decides which trials it accepts, from the forms of
 * their model, loss and optimiser and from the trial's sizes, but never from its batch. If no shape
 * accepts a trial, its model trains it.
 */
public final class LaneShapes {

  /** The shapes, in the order in which they are tried. */
  private static final List<Function<TrialForm, Optional<? extends LaneShape>>> ALL =
      List.of(SquaredReluShape::of, DeepLinearShape::of, NetworkShape::of, DenseShape::of);

  private LaneShapes() {}

  /**
   * The shape of a trial that minimises the loss over a training set or over minibatches.
   *
   * @param set the number of examples of the training set; 0 for fresh samples
   * @return the shape; empty if no kernel trains it
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
