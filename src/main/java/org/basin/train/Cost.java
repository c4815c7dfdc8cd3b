package org.basin.train;

import org.basin.data.FreshSamples;
import org.basin.nn.Minibatch;
import org.basin.nn.Shape;
import org.basin.probe.ModelWork;
import org.basin.probe.WholeLoss;

/**
 * The predicted cost on one core of a trial that uses its whole step budget. The prediction is
 * right within a factor of about two. It is used to cut work into tasks and to tell users what a
 * sweep costs.
 *
 * <p>A step of E examples through P parameters takes 6·P·E operations: one multiply-add each for
 * the outputs, for the gradient with respect to the inputs, and for the gradient with respect to
 * the parameters. A model that uses its parameters more than once says so ({@link
 * org.basin.nn.Model#products}). Each row of a tensor is one activation of every example, which is
 * passed element by element. A population in closed form counts as one example for each input. An
 * optimiser may take several gradients for each step, and passes over the parameters element by
 * element. The numbers of a minibatch are gathered or drawn. Where a kernel trains trials side by
 * side, its rate includes the activations and parameters, and the losses are counted apart.
 *
 * <p>To this comes the {@link WatchWork}: all observations of the schedule, the hitting times as if
 * none were hit, and the stopping rules. A pass forward takes 2·P operations an example, one
 * backward 4·P. A look at a trial of a kernel evaluates the step once more and copies the
 * parameters.
 *
 * @param flops the number of floating-point operations in matrix products
 * @param seconds the predicted time on one core in seconds
 * @param watching the part of {@code seconds} in which the trial is watched
 */
public record Cost(double flops, double seconds, double watching) {

  public static Cost of(TrialParts parts, CostRates rates) {
    double products = parts.model().products();
    double activations = parts.model().activations();
    double steps = parts.stop().maxSteps();
    double examples = examples(parts) * parts.optimiser().gradientsPerStep();
    double updated =
        parts.optimiser().passesPerStep()
            * parts.model().shapes().stream()
                .filter(Shape::trained)
                .mapToDouble(shape -> (double) shape.rows() * shape.columns())
                .sum();
    double flops = 6 * products * examples * steps;
    double watching = watching(parts, rates);
    double drawn = drawn(parts);
    double seconds = rates.secondsPerTrial() + watching;
    if (isLane(parts)) {
      double losses = examples * parts.model().outputs();
      seconds +=
          flops / rates.laneFlopsPerSecond() + steps * (drawn + losses) * rates.secondsPerElement();
    } else {
      double closed =
          isFullBatch(parts)
              ? WholeLoss.elements(parts.data()) * parts.optimiser().gradientsPerStep()
              : 0;
      double elements = activations * examples + updated + drawn + closed;
      seconds +=
          flops / rates.flopsPerSecond()
              + steps * (elements * rates.secondsPerElement() + rates.secondsPerStep());
    }
    return new Cost(flops, seconds, watching);
  }

  /** Whether a kernel trains the trial beside others. */
  private static boolean isLane(TrialParts parts) {
    return parts.laneShape() != null && !parts.laneShape().isAlone();
  }

  private static boolean isFullBatch(TrialParts parts) {
    return parts.optimiser().minibatch() == null;
  }

  /**
   * The count of numbers of a step's minibatch, which are gathered from a set, or drawn afresh,
   * which takes about twice as long.
   */
  private static double drawn(TrialParts parts) {
    double numbers = isFullBatch(parts) ? 0 : examples(parts) * parts.data().inputs();
    return parts.data() instanceof FreshSamples ? 2 * numbers : numbers;
  }

  private static double watching(TrialParts parts, CostRates rates) {
    WatchWork watch = WatchWork.of(parts);
    ModelWork work = watch.total();
    double products = parts.model().products();
    double activations = parts.model().activations();
    double passed = 2 * products * (work.forward() + 2 * work.backward()) + 2 * work.products();
    // Half of a step's pass over the activations is forward.
    double elements = activations * (work.forward() + work.backward()) / 2 + work.elements();
    double seconds =
        passed / rates.flopsPerSecond()
            + elements * rates.secondsPerElement()
            + work.passes() * rates.secondsPerStep();
    return isLane(parts)
        ? seconds
            + watch.looks()
                * (2 * products * examples(parts) / rates.laneFlopsPerSecond()
                    + Shape.size(parts.model().shapes()) * rates.secondsPerElement())
        : seconds;
  }

  /** The number of examples of a step. */
  private static double examples(TrialParts parts) {
    Minibatch batch = parts.optimiser().minibatch();
    if (batch != null) {
      return batch.size();
    }
    return WholeLoss.examples(parts.data());
  }
}
