package org.basin.nn;

import java.util.List;

/**
 * The name and shape of one parameter tensor.
 *
 * @param name its name in PyTorch's style, such as {@code layers.0.weight}; the bias of that layer
 *     is {@code layers.0.bias}
 * @param rows the outputs of the layer
 * @param columns the inputs of the layer; 1 for a bias
 * @param trained whether the optimiser trains it
 * @param start the start value of every element, which the initialiser leaves alone (for example 1
 *     for the scale of a normalisation); NaN if the initialiser sets the tensor
 */
public record Shape(String name, int rows, int columns, boolean trained, double start) {

  /** The shape of a tensor that the initialiser sets. */
  public Shape(String name, int rows, int columns, boolean trained) {
    this(name, rows, columns, trained, Double.NaN);
  }

  /** Whether the initialiser sets the tensor. */
  public boolean isDrawn() {
    return Double.isNaN(start);
  }

  /**
   * The number of elements of tensors of all these shapes; it may exceed the length of an array.
   */
  public static double size(List<Shape> shapes) {
    double size = 0;
    for (Shape shape : shapes) {
      size += (double) shape.rows() * shape.columns();
    }
    return size;
  }
}
