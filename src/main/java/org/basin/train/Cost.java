package org.basin.train;

import org.basin.data.TrainingSet;
import org.basin.nn.Minibatch;
import org.basin.nn.Shape;

/**
 * What a trial that uses its whole step budget is expected to cost on one core. An estimate to a
 * factor of two or so, for cutting work into tasks and for telling people what they ask for.
 *
 * <p>A step of E examples through P parameters takes 6·P·E operations: a multiplication and an
 * addition each for the outputs, for the gradient by the inputs and for that by the parameters. A
 * model that uses its parameters more than once says so ({@link org.basin.nn.Model#products}). Each
 * of a tensor's rows is an activation of every example, passed element by element. A population in
 * closed form counts as one example an input. An optimiser may take several gradients a step, and
 * passes over the parameters, element by element. Where a kernel trains trials side by side, all of
 * that is in its rate. Observations are not counted.
 *
 * @param flops floating-point operations in matrix products
 * @param seconds on one core
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

  /** How many examples a step takes. */
  private static double examples(TrialParts parts) {
    Minibatch batch = parts.optimiser().minibatch();
    if (batch != null) {
      return batch.size();
    }
    return parts.data() instanceof TrainingSet set ? set.size() : parts.data().inputs();
  }
}
