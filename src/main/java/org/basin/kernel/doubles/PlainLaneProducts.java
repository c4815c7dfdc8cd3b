package org.basin.kernel.doubles;

/** Computes the products of one lane in plain Java. */
final class PlainLaneProducts implements LaneProducts {

  @Override
  public void multiply(
      int m, int n, int k, LaneMatrix s, LaneMatrix a, LaneMatrix b, LaneMatrix c) {
    double[] x = a.data();
    double[] y = b.data();
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < m; i++) {
        int from = a.at() + i * a.down();
        int with = b.at() + j * b.across();
        double sum = s.data()[s.at() + i * s.down() + j * s.across()];
        for (int t = 0; t < k; t++) {
          sum = Math.fma(x[from + t * a.across()], y[with + t * b.down()], sum);
        }
        c.data()[c.at() + i * c.down() + j * c.across()] = sum;
      }
    }
  }
}
