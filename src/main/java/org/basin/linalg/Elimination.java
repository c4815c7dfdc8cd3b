package org.basin.linalg;

/** Solves small systems of linear equations by Gaussian elimination with partial pivoting. */
public final class Elimination {

  private Elimination() {}

  /**
   * Solves a·x = b.
   *
   * @param a (n rows of n); overwritten
   * @param b (n); not modified
   * @return x (n); null if a pivot is 0
   */
  public static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    double[] x = b.clone();
    for (int p = 0; p < n; p++) {
      int pivot = p;
      for (int r = p + 1; r < n; r++) {
        if (Math.abs(a[r][p]) > Math.abs(a[pivot][p])) {
          pivot = r;
        }
      }
      if (a[pivot][p] == 0) {
        return null;
      }
      double[] row = a[pivot];
      a[pivot] = a[p];
      a[p] = row;
      double entry = x[pivot];
      x[pivot] = x[p];
      x[p] = entry;
      for (int r = p + 1; r < n; r++) {
        double factor = a[r][p] / a[p][p];
        for (int c = p; c < n; c++) {
          a[r][c] -= factor * a[p][c];
        }
        x[r] -= factor * x[p];
      }
    }
    for (int r = n - 1; r >= 0; r--) {
      for (int c = r + 1; c < n; c++) {
        x[r] -= a[r][c] * x[c];
      }
      x[r] /= a[r][r];
    }
    return x;
  }
}
