package org.basin.kernel.doubles.vector;

import static org.basin.kernel.doubles.vector.LaneTiles.load;

import jdk.incubator.vector.DoubleVector;

/**
 * Computes what tiles leave over: parts with one row or one column. The parameters are those of
 * {@link LaneTiles}.
 */
final class LaneStrips {

  private LaneStrips() {}

  static void twoByOne(
      int k,
      double[] s,
      int sAt,
      int sDown,
      int sAcross,
      double[] a,
      int aAt,
      int aDown,
      int aAcross,
      double[] b,
      int bAt,
      int bDown,
      int bAcross,
      double[] c,
      int cAt,
      int cDown,
      int cAcross) {
    DoubleVector p0 = load(s, sAt);
    DoubleVector q0 = load(s, sAt + sDown);
    int a1 = aAt + aDown;
    for (int t = 0; t < k; t++) {
      int x = t * aAcross;
      int y = t * bDown;
      DoubleVector u0 = load(a, aAt + x);
      DoubleVector u1 = load(a, a1 + x);
      DoubleVector v0 = load(b, bAt + y);
      p0 = u0.fma(v0, p0);
      q0 = u1.fma(v0, q0);
    }
    p0.intoArray(c, cAt);
    q0.intoArray(c, cAt + cDown);
  }

  static void fourByOne(
      int k,
      double[] s,
      int sAt,
      int sDown,
      int sAcross,
      double[] a,
      int aAt,
      int aDown,
      int aAcross,
      double[] b,
      int bAt,
      int bDown,
      int bAcross,
      double[] c,
      int cAt,
      int cDown,
      int cAcross) {
    DoubleVector p0 = load(s, sAt);
    DoubleVector q0 = load(s, sAt + sDown);
    DoubleVector r0 = load(s, sAt + 2 * sDown);
    DoubleVector t0 = load(s, sAt + 3 * sDown);
    int a1 = aAt + aDown;
    int a2 = aAt + 2 * aDown;
    int a3 = aAt + 3 * aDown;
    for (int t = 0; t < k; t++) {
      int x = t * aAcross;
      int y = t * bDown;
      DoubleVector u0 = load(a, aAt + x);
      DoubleVector u1 = load(a, a1 + x);
      DoubleVector u2 = load(a, a2 + x);
      DoubleVector u3 = load(a, a3 + x);
      DoubleVector v0 = load(b, bAt + y);
      p0 = u0.fma(v0, p0);
      q0 = u1.fma(v0, q0);
      r0 = u2.fma(v0, r0);
      t0 = u3.fma(v0, t0);
    }
    p0.intoArray(c, cAt);
    q0.intoArray(c, cAt + cDown);
    r0.intoArray(c, cAt + 2 * cDown);
    t0.intoArray(c, cAt + 3 * cDown);
  }

  static void oneByFour(
      int k,
      double[] s,
      int sAt,
      int sDown,
      int sAcross,
      double[] a,
      int aAt,
      int aDown,
      int aAcross,
      double[] b,
      int bAt,
      int bDown,
      int bAcross,
      double[] c,
      int cAt,
      int cDown,
      int cAcross) {
    DoubleVector p0 = load(s, sAt);
    DoubleVector p1 = load(s, sAt + sAcross);
    DoubleVector p2 = load(s, sAt + 2 * sAcross);
    DoubleVector p3 = load(s, sAt + 3 * sAcross);
    int b1 = bAt + bAcross;
    int b2 = bAt + 2 * bAcross;
    int b3 = bAt + 3 * bAcross;
    for (int t = 0; t < k; t++) {
      int x = t * aAcross;
      int y = t * bDown;
      DoubleVector u0 = load(a, aAt + x);
      DoubleVector v0 = load(b, bAt + y);
      p0 = u0.fma(v0, p0);
      DoubleVector v1 = load(b, b1 + y);
      p1 = u0.fma(v1, p1);
      DoubleVector v2 = load(b, b2 + y);
      p2 = u0.fma(v2, p2);
      DoubleVector v3 = load(b, b3 + y);
      p3 = u0.fma(v3, p3);
    }
    p0.intoArray(c, cAt);
    p1.intoArray(c, cAt + cAcross);
    p2.intoArray(c, cAt + 2 * cAcross);
    p3.intoArray(c, cAt + 3 * cAcross);
  }

  static void oneByOne(
      int k,
      double[] s,
      int sAt,
      int sDown,
      int sAcross,
      double[] a,
      int aAt,
      int aDown,
      int aAcross,
      double[] b,
      int bAt,
      int bDown,
      int bAcross,
      double[] c,
      int cAt,
      int cDown,
      int cAcross) {
    DoubleVector p0 = load(s, sAt);
    for (int t = 0; t < k; t++) {
      int x = t * aAcross;
      int y = t * bDown;
      DoubleVector u0 = load(a, aAt + x);
      DoubleVector v0 = load(b, bAt + y);
      p0 = u0.fma(v0, p0);
    }
    p0.intoArray(c, cAt);
  }
}
