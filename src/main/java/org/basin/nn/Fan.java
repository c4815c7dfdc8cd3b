package org.basin.nn;

import java.util.List;

/** Tells a tensor's role in its layer from its name. */
public final class Fan {

  private static final String BIAS = ".bias";

  private Fan() {}

  public static boolean isBias(Shape shape) {
    return shape.name().endsWith(BIAS);
  }

  /** The number of inputs of the layer that tensor {@code i}, a weight or a bias, belongs to. */
  public static int in(List<Shape> shapes, int i) {
    Shape shape = shapes.get(i);
    if (!isBias(shape)) {
      return shape.columns();
    }
    String layer = shape.name().substring(0, shape.name().length() - BIAS.length());
    return shapes.stream()
        .filter(s -> s.name().equals(layer + ".weight"))
        .mapToInt(Shape::columns)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no weight beside " + shape.name()));
  }
}
