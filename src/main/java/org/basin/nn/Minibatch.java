package org.basin.nn;

/**
 * How a stochastic optimiser chooses the examples of a step.
 *
 * @param size the number of examples per step, at least 1
 * @param replacement true to draw each example independently from a finite set; false to draw
 *     without replacement, going through the set in a new random order in each epoch. It does not
 *     matter for fresh samples.
 */
public record Minibatch(int size, boolean replacement) {}
