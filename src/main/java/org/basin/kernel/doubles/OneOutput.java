package org.basin.kernel.doubles;

/**
 * A map to one output and the sums that a pass back through it adds to.
 *
 * @param units the number of units of the layer below
 * @param weights v (1 × units)
 * @param gradient the gradient of v (1 × units), to which Σ d a is added
 * @param biases the gradient of the biases of the units below (units × 1), to which Σ δ is added
 */
public record OneOutput(int units, LaneMatrix weights, LaneMatrix gradient, LaneMatrix biases) {}
