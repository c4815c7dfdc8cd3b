package org.basin.kernel.doubles.vector;

import static org.basin.kernel.doubles.vector.VectorTiles.all;
import static org.basin.kernel.doubles.vector.VectorTiles.load;

import jdk.incubator.vector.DoubleVector;

/** Computes the rest that {@link VectorTiles} leave: one vector of rows by a number of columns. */
final class VectorStrips {

  private VectorStrips() {}

  static void oneByEight(
      int k,
      double[] a,
      int aAt,
      int aStride,
      double[] b,
      int bAt,
      int bDown,
      int bAcross,
      double[] c,
      int cAt,
      int cStride) {
    DoubleVector p0 = all(0);
    DoubleVector q0 = all(0);
    DoubleVector r0 = all(0);
    DoubleVector t0 = all(0);
    DoubleVector u0 = all(0);
    DoubleVector v0 = all(0);
    DoubleVector x0 = all(0);
    DoubleVector y0 = all(0);
    int b1 = bAt + bAcross;
    int b2 = bAt + 2 * bAcross;
    int b3 = bAt + 3 * bAcross;
    int b4 = bAt + 4 * bAcross;
    int b5 = bAt + 5 * bAcross;
    int b6 = bAt + 6 * bAcross;
    int b7 = bAt + 7 * bAcross;
    for (int i = 0; i < k; i++) {
      int from = aAt + i * aStride;
      int down = i * bDown;
      DoubleVector a0 = load(a, from);
      DoubleVector z0 = all(b[bAt + down]);
      p0 = a0.fma(z0, p0);
      DoubleVector z1 = all(b[b1 + down]);
      q0 = a0.fma(z1, q0);
      DoubleVector z2 = all(b[b2 + down]);
      r0 = a0.fma(z2, r0);
      DoubleVector z3 = all(b[b3 + down]);
      t0 = a0.fma(z3, t0);
      DoubleVector z4 = all(b[b4 + down]);
      u0 = a0.fma(z4, u0);
      DoubleVector z5 = all(b[b5 + down]);
      v0 = a0.fma(z5, v0);
      DoubleVector z6 = all(b[b6 + down]);
      x0 = a0.fma(z6, x0);
      DoubleVector z7 = all(b[b7 + down]);
      y0 = a0.fma(z7, y0);
    }
    p0.intoArray(c, cAt);
    q0.intoArray(c, cAt + cStride);
    r0.intoArray(c, cAt + 2 * cStride);
    t0.intoArray(c, cAt + 3 * cStride);
    u0.intoArray(c, cAt + 4 * cStride);
    v0.intoArray(c, cAt + 5 * cStride);
    x0.intoArray(c, cAt + 6 * cStride);
    y0.intoArray(c, cAt + 7 * cStride);
  }

  static void oneByFour(
      int k,
      double[] a,
      int aAt,
      int aStride,
      double[] b,
      int bAt,
      int bDown,
      int bAcross,
      double[] c,
      int cAt,
      int cStride) {
    DoubleVector p0 = all(0);
    DoubleVector q0 = all(0);
    DoubleVector r0 = all(0);
    DoubleVector t0 = all(0);
    int b1 = bAt + bAcross;
    int b2 = bAt + 2 * bAcross;
    int b3 = bAt + 3 * bAcross;
    for (int i = 0; i < k; i++) {
      int from = aAt + i * aStride;
      int down = i * bDown;
      DoubleVector a0 = load(a, from);
      DoubleVector z0 = all(b[bAt + down]);
      p0 = a0.fma(z0, p0);
      DoubleVector z1 = all(b[b1 + down]);
      q0 = a0.fma(z1, q0);
      DoubleVector z2 = all(b[b2 + down]);
      r0 = a0.fma(z2, r0);
      DoubleVector z3 = all(b[b3 + down]);
      t0 = a0.fma(z3, t0);
    }
    p0.intoArray(c, cAt);
    q0.intoArray(c, cAt + cStride);
    r0.intoArray(c, cAt + 2 * cStride);
    t0.intoArray(c, cAt + 3 * cStride);
  }

  static void oneByOne(
      int k,
      double[] a,
      int aAt,
      int aStride,
      double[] b,
      int bAt,
      int bDown,
      double[] c,
      int cAt) {
    DoubleVector p0 = all(0);
    for (int i = 0; i < k; i++) {
      int from = aAt + i * aStride;
      int down = i * bDown;
      DoubleVector a0 = load(a, from);
      DoubleVector z0 = all(b[bAt + down]);
      p0 = a0.fma(z0, p0);
    }
    p0.intoArray(c, cAt);
  }
}
