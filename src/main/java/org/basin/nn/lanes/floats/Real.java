package org.basin.nn.lanes.floats;

/** Numbers from outside, as kernels of this precision take them. */
public final class Real {

  private Real() {}

  /** The nearest number of this precision. */
  public static float of(double x) {
    return (float) x;
  }
}
