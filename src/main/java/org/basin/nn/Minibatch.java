package org.basin.nn;

/**
 * How a stochastic optimiser chooses the examples of a step.
 *
 * @param size examples a step, at least 1
 * @param replacement true to draw each example independently from a finite set; false to go through
 *     the set in a new random order each epoch. Without meaning for fresh samples.
 */
public record Minibatch(int size, boolean replacement) {}
