package org.basin.linalg;

import java.util.Arrays;

/** Operations on a matrix that holds one example per column, and on a bias column. */
public final class ExampleColumns {

  private ExampleColumns() {}

  /** Sets every column of {@code matrix} to {@code column}. */
  public static void fill(Matrix matrix, Matrix column) {
    int rows = matrix.rows();
    for (int c = 0; c < matrix.columns(); c++) {
      System.arraycopy(column.data(), 0, matrix.data(), c * rows, rows);
    }
  }

  /** Sets {@code column} to the sum of the columns of {@code matrix}, in their order. */
  public static void sum(Matrix matrix, Matrix column) {
    double[] sum = column.data();
    double[] data = matrix.data();
    Arrays.fill(sum, 0);
    for (int c = 0, i = 0; c < matrix.columns(); c++) {
      for (int r = 0; r < sum.length; r++, i++) {
        sum[r] += data[i];
      }
    }
  }
}
