package org.basin.kernel.doubles.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Computes parts of C ← S + AB for matrices whose elements are vectors of lanes. A part's sums stay
 * in registers. The JVM must compile each method separately, because otherwise it allocates vectors
 * as objects.
 *
 * <p>In all methods, a sum has k terms. The distances from one row to the next and from one column
 * to the next are {@code aDown} and {@code aAcross} in A, and likewise in S, B and C.
 */
final class LaneTiles {

  static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  static final int WIDTH = SPECIES.length();

  private LaneTiles() {}

  static DoubleVector load(double[] array, int i) {
    return DoubleVector.fromArray(SPECIES, array, i);
  }

  /** Keeps sums in 16 of the 32 registers that CPUs with vectors of 512 bits have. */
  static void fourByFour(
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
    DoubleVector q0 = load(s, sAt + sDown);
    DoubleVector q1 = load(s, sAt + sDown + sAcross);
    DoubleVector q2 = load(s, sAt + sDown + 2 * sAcross);
    DoubleVector q3 = load(s, sAt + sDown + 3 * sAcross);
    DoubleVector r0 = load(s, sAt + 2 * sDown);
    DoubleVector r1 = load(s, sAt + 2 * sDown + sAcross);
    DoubleVector r2 = load(s, sAt + 2 * sDown + 2 * sAcross);
    DoubleVector r3 = load(s, sAt + 2 * sDown + 3 * sAcross);
    DoubleVector t0 = load(s, sAt + 3 * sDown);
    DoubleVector t1 = load(s, sAt + 3 * sDown + sAcross);
    DoubleVector t2 = load(s, sAt + 3 * sDown + 2 * sAcross);
    DoubleVector t3 = load(s, sAt + 3 * sDown + 3 * sAcross);
    int a1 = aAt + aDown;
    int a2 = aAt + 2 * aDown;
    int a3 = aAt + 3 * aDown;
    int b1 = bAt + bAcross;
    int b2 = bAt + 2 * bAcross;
    int b3 = bAt + 3 * bAcross;
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
      DoubleVector v1 = load(b, b1 + y);
      p1 = u0.fma(v1, p1);
      q1 = u1.fma(v1, q1);
      r1 = u2.fma(v1, r1);
      t1 = u3.fma(v1, t1);
      DoubleVector v2 = load(b, b2 + y);
      p2 = u0.fma(v2, p2);
      q2 = u1.fma(v2, q2);
      r2 = u2.fma(v2, r2);
      t2 = u3.fma(v2, t2);
      DoubleVector v3 = load(b, b3 + y);
      p3 = u0.fma(v3, p3);
      q3 = u1.fma(v3, q3);
      r3 = u2.fma(v3, r3);
      t3 = u3.fma(v3, t3);
    }
    p0.intoArray(c, cAt);
    p1.intoArray(c, cAt + cAcross);
    p2.intoArray(c, cAt + 2 * cAcross);
    p3.intoArray(c, cAt + 3 * cAcross);
    q0.intoArray(c, cAt + cDown);
    q1.intoArray(c, cAt + cDown + cAcross);
    q2.intoArray(c, cAt + cDown + 2 * cAcross);
    q3.intoArray(c, cAt + cDown + 3 * cAcross);
    r0.intoArray(c, cAt + 2 * cDown);
    r1.intoArray(c, cAt + 2 * cDown + cAcross);
    r2.intoArray(c, cAt + 2 * cDown + 2 * cAcross);
    r3.intoArray(c, cAt + 2 * cDown + 3 * cAcross);
    t0.intoArray(c, cAt + 3 * cDown);
    t1.intoArray(c, cAt + 3 * cDown + cAcross);
    t2.intoArray(c, cAt + 3 * cDown + 2 * cAcross);
    t3.intoArray(c, cAt + 3 * cDown + 3 * cAcross);
  }

  /** Keeps sums in 8 of 16 registers. */
  static void twoByFour(
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
    DoubleVector q0 = load(s, sAt + sDown);
    DoubleVector q1 = load(s, sAt + sDown + sAcross);
    DoubleVector q2 = load(s, sAt + sDown + 2 * sAcross);
    DoubleVector q3 = load(s, sAt + sDown + 3 * sAcross);
    int a1 = aAt + aDown;
    int b1 = bAt + bAcross;
    int b2 = bAt + 2 * bAcross;
    int b3 = bAt + 3 * bAcross;
    for (int t = 0; t < k; t++) {
      int x = t * aAcross;
      int y = t * bDown;
      DoubleVector u0 = load(a, aAt + x);
      DoubleVector u1 = load(a, a1 + x);
      DoubleVector v0 = load(b, bAt + y);
      p0 = u0.fma(v0, p0);
      q0 = u1.fma(v0, q0);
      DoubleVector v1 = load(b, b1 + y);
      p1 = u0.fma(v1, p1);
      q1 = u1.fma(v1, q1);
      DoubleVector v2 = load(b, b2 + y);
      p2 = u0.fma(v2, p2);
      q2 = u1.fma(v2, q2);
      DoubleVector v3 = load(b, b3 + y);
      p3 = u0.fma(v3, p3);
      q3 = u1.fma(v3, q3);
    }
    p0.intoArray(c, cAt);
    p1.intoArray(c, cAt + cAcross);
    p2.intoArray(c, cAt + 2 * cAcross);
    p3.intoArray(c, cAt + 3 * cAcross);
    q0.intoArray(c, cAt + cDown);
    q1.intoArray(c, cAt + cDown + cAcross);
    q2.intoArray(c, cAt + cDown + 2 * cAcross);
    q3.intoArray(c, cAt + cDown + 3 * cAcross);
  }
}
