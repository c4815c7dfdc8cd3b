package org.basin.stats.coverage;

/** Curves that move at some steps and stay as they are between them. */
final class Steps {

  private Steps() {}

  /** The last row whose time is at most {@code step}; −1 if there is none. */
  static int at(double[] times, double step) {
    int row = -1;
    while (row + 1 < times.length && times[row + 1] <= step) {
      row++;
    }
    return row;
  }
}
