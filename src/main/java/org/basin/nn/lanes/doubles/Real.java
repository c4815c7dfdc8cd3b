package org.basin.nn.lanes.doubles;

/** Numbers from outside, as kernels of this precision take them. */
public final class Real {

  private Real() {}

  /** The nearest number of this precision. */
  public static double of(double x) {
    return x;
  }
}
