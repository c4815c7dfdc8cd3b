package org.basin.nn;

/** The Euclidean norm. */
final class Norm {

  private Norm() {}

  /** ‖x‖₂; neither squares nor their sum are guarded against overflow. */
  static double of(double[] x) {
    double squares = 0;
    for (double element : x) {
      squares += element * element;
    }
    return Math.sqrt(squares);
  }
}
