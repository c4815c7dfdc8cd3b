package org.basin.tables;

import java.util.Arrays;

/** A growing list of unboxed doubles: a point may have a million replicates. */
final class Doubles {

  private double[] values = new double[16];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  double[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
