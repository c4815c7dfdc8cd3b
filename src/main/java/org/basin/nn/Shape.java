package org.basin.nn;

/**
 * The name and shape of one parameter tensor.
 *
 * @param name as PyTorch names it: {@code layers.0.weight}; a bias ends in {@code .bias}, beside
 *     the {@code .weight} of its layer
 * @param rows outputs of the layer
 * @param columns inputs of the layer; 1 for a bias
 * @param trained whether the optimiser moves it
 */
public record Shape(String name, int rows, int columns, boolean trained) {}
