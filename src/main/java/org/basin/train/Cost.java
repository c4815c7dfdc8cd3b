package org.basin.train;

import org.basin.data.TrainingSet;
import org.basin.nn.Minibatch;
import org.basin.nn.Shape;

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
 * element. Where a kernel trains trials side by side, its rate includes all of this. Observations
 * are not counted.
 *
 * @param flops the number of floating-point operations in matrix products
 * @param seconds the predicted time on one core in seconds
 */
public record Cost(double flops, double seconds) {

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
    if (parts.laneShape() != null && !parts.laneShape().isAlone()) {
      return new Cost(flops, rates.secondsPerTrial() + flops / rates.laneFlopsPerSecond());
    }
    double seconds =
        rates.secondsPerTrial()
            + flops / rates.flopsPerSecond()
            + steps
                * ((activations * examples + updated) * rates.secondsPerElement()
                    + rates.secondsPerStep());
    return new Cost(flops, seconds);
  }

  /** The number of examples of a step. */
  private static double examples(TrialParts parts) {
    Minibatch batch = parts.optimiser().minibatch();
    if (batch != null) {
      return batch.size();
    }
    return parts.data() instanceof TrainingSet set ? set.size() : parts.data().inputs();
  }
}
