package org.basin.kernel.doubles.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Computes parts of a product C = AB that stay in registers: three vectors of rows by eight or four
 * columns. The JVM must compile each method separately, because otherwise it allocates vectors as
 * objects.
 *
 * <p>In all methods, a sum has k terms. The distance between columns is {@code aStride} in A and
 * {@code cStride} in C. In B, the distance is {@code bDown} between numbers of a column and {@code
 * bAcross} between columns.
 */
final class VectorTiles {

  /** Vectors of at most 16 numbers, which is the number of partial sums of an output. */
  static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() <= 16
          ? DoubleVector.SPECIES_PREFERRED
          : DoubleVector.SPECIES_512;

  static final int WIDTH = SPECIES.length();

  private VectorTiles() {}

  static DoubleVector load(double[] array, int i) {
    return DoubleVector.fromArray(SPECIES, array, i);
  }

  static DoubleVector all(double x) {
    return DoubleVector.broadcast(SPECIES, x);
  }

  /** Keeps sums in 24 of the 32 registers that CPUs with vectors of 512 bits have. */
  static void threeByEight(
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
    DoubleVector p1 = all(0);
    DoubleVector p2 = all(0);
    DoubleVector q0 = all(0);
    DoubleVector q1 = all(0);
    DoubleVector q2 = all(0);
    DoubleVector r0 = all(0);
    DoubleVector r1 = all(0);
    DoubleVector r2 = all(0);
    DoubleVector t0 = all(0);
    DoubleVector t1 = all(0);
    DoubleVector t2 = all(0);
    DoubleVector u0 = all(0);
    DoubleVector u1 = all(0);
    DoubleVector u2 = all(0);
    DoubleVector v0 = all(0);
    DoubleVector v1 = all(0);
    DoubleVector v2 = all(0);
    DoubleVector x0 = all(0);
    DoubleVector x1 = all(0);
    DoubleVector x2 = all(0);
    DoubleVector y0 = all(0);
    DoubleVector y1 = all(0);
    DoubleVector y2 = all(0);
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
      DoubleVector a1 = load(a, from + WIDTH);
      DoubleVector a2 = load(a, from + 2 * WIDTH);
      DoubleVector z0 = all(b[bAt + down]);
      p0 = a0.fma(z0, p0);
      p1 = a1.fma(z0, p1);
      p2 = a2.fma(z0, p2);
      DoubleVector z1 = all(b[b1 + down]);
      q0 = a0.fma(z1, q0);
      q1 = a1.fma(z1, q1);
      q2 = a2.fma(z1, q2);
      DoubleVector z2 = all(b[b2 + down]);
      r0 = a0.fma(z2, r0);
      r1 = a1.fma(z2, r1);
      r2 = a2.fma(z2, r2);
      DoubleVector z3 = all(b[b3 + down]);
      t0 = a0.fma(z3, t0);
      t1 = a1.fma(z3, t1);
      t2 = a2.fma(z3, t2);
      DoubleVector z4 = all(b[b4 + down]);
      u0 = a0.fma(z4, u0);
      u1 = a1.fma(z4, u1);
      u2 = a2.fma(z4, u2);
      DoubleVector z5 = all(b[b5 + down]);
      v0 = a0.fma(z5, v0);
      v1 = a1.fma(z5, v1);
      v2 = a2.fma(z5, v2);
      DoubleVector z6 = all(b[b6 + down]);
      x0 = a0.fma(z6, x0);
      x1 = a1.fma(z6, x1);
      x2 = a2.fma(z6, x2);
      DoubleVector z7 = all(b[b7 + down]);
      y0 = a0.fma(z7, y0);
      y1 = a1.fma(z7, y1);
      y2 = a2.fma(z7, y2);
    }
    p0.intoArray(c, cAt);
    p1.intoArray(c, cAt + WIDTH);
    p2.intoArray(c, cAt + 2 * WIDTH);
    q0.intoArray(c, cAt + cStride);
    q1.intoArray(c, cAt + cStride + WIDTH);
    q2.intoArray(c, cAt + cStride + 2 * WIDTH);
    r0.intoArray(c, cAt + 2 * cStride);
    r1.intoArray(c, cAt + 2 * cStride + WIDTH);
    r2.intoArray(c, cAt + 2 * cStride + 2 * WIDTH);
    t0.intoArray(c, cAt + 3 * cStride);
    t1.intoArray(c, cAt + 3 * cStride + WIDTH);
    t2.intoArray(c, cAt + 3 * cStride + 2 * WIDTH);
    u0.intoArray(c, cAt + 4 * cStride);
    u1.intoArray(c, cAt + 4 * cStride + WIDTH);
    u2.intoArray(c, cAt + 4 * cStride + 2 * WIDTH);
    v0.intoArray(c, cAt + 5 * cStride);
    v1.intoArray(c, cAt + 5 * cStride + WIDTH);
    v2.intoArray(c, cAt + 5 * cStride + 2 * WIDTH);
    x0.intoArray(c, cAt + 6 * cStride);
    x1.intoArray(c, cAt + 6 * cStride + WIDTH);
    x2.intoArray(c, cAt + 6 * cStride + 2 * WIDTH);
    y0.intoArray(c, cAt + 7 * cStride);
    y1.intoArray(c, cAt + 7 * cStride + WIDTH);
    y2.intoArray(c, cAt + 7 * cStride + 2 * WIDTH);
  }

  /** Keeps sums in 12 of 16 registers. */
  static void threeByFour(
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
    DoubleVector p1 = all(0);
    DoubleVector p2 = all(0);
    DoubleVector q0 = all(0);
    DoubleVector q1 = all(0);
    DoubleVector q2 = all(0);
    DoubleVector r0 = all(0);
    DoubleVector r1 = all(0);
    DoubleVector r2 = all(0);
    DoubleVector t0 = all(0);
    DoubleVector t1 = all(0);
    DoubleVector t2 = all(0);
    int b1 = bAt + bAcross;
    int b2 = bAt + 2 * bAcross;
    int b3 = bAt + 3 * bAcross;
    for (int i = 0; i < k; i++) {
      int from = aAt + i * aStride;
      int down = i * bDown;
      DoubleVector a0 = load(a, from);
      DoubleVector a1 = load(a, from + WIDTH);
      DoubleVector a2 = load(a, from + 2 * WIDTH);
      DoubleVector z0 = all(b[bAt + down]);
      p0 = a0.fma(z0, p0);
      p1 = a1.fma(z0, p1);
      p2 = a2.fma(z0, p2);
      DoubleVector z1 = all(b[b1 + down]);
      q0 = a0.fma(z1, q0);
      q1 = a1.fma(z1, q1);
      q2 = a2.fma(z1, q2);
      DoubleVector z2 = all(b[b2 + down]);
      r0 = a0.fma(z2, r0);
      r1 = a1.fma(z2, r1);
      r2 = a2.fma(z2, r2);
      DoubleVector z3 = all(b[b3 + down]);
      t0 = a0.fma(z3, t0);
      t1 = a1.fma(z3, t1);
      t2 = a2.fma(z3, t2);
    }
    p0.intoArray(c, cAt);
    p1.intoArray(c, cAt + WIDTH);
    p2.intoArray(c, cAt + 2 * WIDTH);
    q0.intoArray(c, cAt + cStride);
    q1.intoArray(c, cAt + cStride + WIDTH);
    q2.intoArray(c, cAt + cStride + 2 * WIDTH);
    r0.intoArray(c, cAt + 2 * cStride);
    r1.intoArray(c, cAt + 2 * cStride + WIDTH);
    r2.intoArray(c, cAt + 2 * cStride + 2 * WIDTH);
    t0.intoArray(c, cAt + 3 * cStride);
    t1.intoArray(c, cAt + 3 * cStride + WIDTH);
    t2.intoArray(c, cAt + 3 * cStride + 2 * WIDTH);
  }
}
