package org.basin.nn;

import java.util.List;

/**
 * The name and shape of one parameter tensor.
 *
 * @param name as PyTorch names it: {@code layers.0.weight}; a bias ends in {@code .bias}, beside
 *     the {@code .weight} of its layer
 * @param rows outputs of the layer
 * @param columns inputs of the layer; 1 for a bias
 * @param trained whether the optimiser moves it
 * @param start where every element starts, whatever the initialiser draws (a normalisation's scale
 *     of 1, say); NaN for what the initialiser sets
 */
public record Shape(String name, int rows, int columns, boolean trained, double start) {

  /** A tensor that the initialiser sets. */
  public Shape(String name, int rows, int columns, boolean trained) {
    this(name, rows, columns, trained, Double.NaN);
  }

  /** Whether the initialiser sets it. */
  public boolean isDrawn() {
    return Double.isNaN(start);
  }

  /** Numbers in tensors of these shapes together; may exceed what an array holds. */
  public static double size(List<Shape> shapes) {
    double size = 0;
    for (Shape shape : shapes) {
      size += (double) shape.rows() * shape.columns();
    }
    return size;
  }
}
