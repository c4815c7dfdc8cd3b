package org.basin.kernel.doubles;

import java.util.Arrays;

/** Computes the tiled products in plain Java. */
final class PlainProducts extends TiledProducts {

  @Override
  public int stride(int rows) {
    return rows;
  }

  @Override
  protected void multiply(
      int m,
      int n,
      int k,
      double[] a,
      double[] b,
      int bAt,
      int bDown,
      int bAcross,
      double[] c,
      int cAt) {
    for (int j = 0; j < n; j++) {
      int to = cAt + j * m;
      Arrays.fill(c, to, to + m, 0);
      for (int t = 0; t < k; t++) {
        addMultiple(a, t * m, b[bAt + t * bDown + j * bAcross], c, to, m);
      }
    }
  }

  private static void addMultiple(double[] a, int at, double factor, double[] c, int to, int m) {
    for (int i = 0; i < m; i++) {
      c[to + i] = Math.fma(a[at + i], factor, c[to + i]);
    }
  }

  @Override
  protected void rectify(
      double[] z, int at, int m, int count, double[] bias, double[] x, int xAt, int xStride) {
    for (int e = 0; e < count; e++) {
      for (int i = 0; i < m; i++) {
        double value = z[at + e * m + i];
        value = bias == null ? value : value + bias[i];
        value = x == null ? value : value + x[xAt + e * xStride + i];
        z[at + e * m + i] = value <= 0 ? 0 : value;
      }
    }
  }

  @Override
  public void outputs(double[] w, double[] a, int m, int count, double[] products) {
    double[] sums = new double[PARTIAL_SUMS];
    for (int e = 0; e < count; e++) {
      Arrays.fill(sums, 0);
      for (int i = 0; i < m; i++) {
        sums[i % PARTIAL_SUMS] += w == null ? a[e * m + i] : w[i] * a[e * m + i];
      }
      products[e] = total(sums);
    }
  }

  @Override
  public void spread(double[] outer, double[] w, double[] a, int m, int count, double[] delta) {
    for (int e = 0; e < count; e++) {
      for (int i = 0; i < m; i++) {
        double value = w == null ? outer[e] : outer[e] * w[i];
        delta[e * m + i] = a[e * m + i] <= 0 ? 0 : value;
      }
    }
  }
}
