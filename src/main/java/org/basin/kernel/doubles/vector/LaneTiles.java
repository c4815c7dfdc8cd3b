package org.basin.kernel.doubles.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.basin.kernel.doubles.LaneArray;
import org.basin.kernel.doubles.LaneMatrix;

/**
 * Computes tiles of C ← S + AB for matrices whose elements are vectors of lanes, from row {@code i}
 * and column {@code j} on. The k terms of a tile's sums are added in registers. The JVM must
 * compile each method separately, because otherwise it allocates vectors as objects.
 */
final class LaneTiles {

  static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  static final int WIDTH = SPECIES.length();

  private LaneTiles() {}

  /** Keeps sums in 16 of the 32 registers that CPUs with vectors of 512 bits have. */
  static void fourByFour(
      int i, int j, int k, LaneMatrix s, LaneMatrix a, LaneMatrix b, LaneMatrix c) {
    int a0 = a.at() + i * a.down();
    int from = s.at() + i * s.down() + j * s.across();
    DoubleVector p0 = load(s.data(), from);
    DoubleVector p1 = load(s.data(), from + s.across());
    DoubleVector p2 = load(s.data(), from + 2 * s.across());
    DoubleVector p3 = load(s.data(), from + 3 * s.across());
    DoubleVector q0 = load(s.data(), from + s.down());
    DoubleVector q1 = load(s.data(), from + s.down() + s.across());
    DoubleVector q2 = load(s.data(), from + s.down() + 2 * s.across());
    DoubleVector q3 = load(s.data(), from + s.down() + 3 * s.across());
    DoubleVector r0 = load(s.data(), from + 2 * s.down());
    DoubleVector r1 = load(s.data(), from + 2 * s.down() + s.across());
    DoubleVector r2 = load(s.data(), from + 2 * s.down() + 2 * s.across());
    DoubleVector r3 = load(s.data(), from + 2 * s.down() + 3 * s.across());
    DoubleVector t0 = load(s.data(), from + 3 * s.down());
    DoubleVector t1 = load(s.data(), from + 3 * s.down() + s.across());
    DoubleVector t2 = load(s.data(), from + 3 * s.down() + 2 * s.across());
    DoubleVector t3 = load(s.data(), from + 3 * s.down() + 3 * s.across());
    int b0 = b.at() + j * b.across();
    int b1 = b0 + b.across();
    int b2 = b1 + b.across();
    int b3 = b2 + b.across();
    for (int t = 0; t < k; t++) {
      int x = a0 + t * a.across();
      int y = t * b.down();
      DoubleVector u0 = load(a.data(), x);
      DoubleVector u1 = load(a.data(), x + a.down());
      DoubleVector u2 = load(a.data(), x + 2 * a.down());
      DoubleVector u3 = load(a.data(), x + 3 * a.down());
      DoubleVector v0 = load(b.data(), b0 + y);
      p0 = u0.fma(v0, p0);
      q0 = u1.fma(v0, q0);
      r0 = u2.fma(v0, r0);
      t0 = u3.fma(v0, t0);
      DoubleVector v1 = load(b.data(), b1 + y);
      p1 = u0.fma(v1, p1);
      q1 = u1.fma(v1, q1);
      r1 = u2.fma(v1, r1);
      t1 = u3.fma(v1, t1);
      DoubleVector v2 = load(b.data(), b2 + y);
      p2 = u0.fma(v2, p2);
      q2 = u1.fma(v2, q2);
      r2 = u2.fma(v2, r2);
      t2 = u3.fma(v2, t2);
      DoubleVector v3 = load(b.data(), b3 + y);
      p3 = u0.fma(v3, p3);
      q3 = u1.fma(v3, q3);
      r3 = u2.fma(v3, r3);
      t3 = u3.fma(v3, t3);
    }
    int to = c.at() + i * c.down() + j * c.across();
    p0.intoArray(c.data(), to);
    p1.intoArray(c.data(), to + c.across());
    p2.intoArray(c.data(), to + 2 * c.across());
    p3.intoArray(c.data(), to + 3 * c.across());
    q0.intoArray(c.data(), to + c.down());
    q1.intoArray(c.data(), to + c.down() + c.across());
    q2.intoArray(c.data(), to + c.down() + 2 * c.across());
    q3.intoArray(c.data(), to + c.down() + 3 * c.across());
    r0.intoArray(c.data(), to + 2 * c.down());
    r1.intoArray(c.data(), to + 2 * c.down() + c.across());
    r2.intoArray(c.data(), to + 2 * c.down() + 2 * c.across());
    r3.intoArray(c.data(), to + 2 * c.down() + 3 * c.across());
    t0.intoArray(c.data(), to + 3 * c.down());
    t1.intoArray(c.data(), to + 3 * c.down() + c.across());
    t2.intoArray(c.data(), to + 3 * c.down() + 2 * c.across());
    t3.intoArray(c.data(), to + 3 * c.down() + 3 * c.across());
  }

  static void fourByOne(
      int i, int j, int k, LaneMatrix s, LaneMatrix a, LaneMatrix b, LaneMatrix c) {
    int a0 = a.at() + i * a.down();
    int from = s.at() + i * s.down() + j * s.across();
    DoubleVector p0 = load(s.data(), from);
    DoubleVector q0 = load(s.data(), from + s.down());
    DoubleVector r0 = load(s.data(), from + 2 * s.down());
    DoubleVector t0 = load(s.data(), from + 3 * s.down());
    int b0 = b.at() + j * b.across();
    for (int t = 0; t < k; t++) {
      int x = a0 + t * a.across();
      int y = t * b.down();
      DoubleVector u0 = load(a.data(), x);
      DoubleVector u1 = load(a.data(), x + a.down());
      DoubleVector u2 = load(a.data(), x + 2 * a.down());
      DoubleVector u3 = load(a.data(), x + 3 * a.down());
      DoubleVector v0 = load(b.data(), b0 + y);
      p0 = u0.fma(v0, p0);
      q0 = u1.fma(v0, q0);
      r0 = u2.fma(v0, r0);
      t0 = u3.fma(v0, t0);
    }
    int to = c.at() + i * c.down() + j * c.across();
    p0.intoArray(c.data(), to);
    q0.intoArray(c.data(), to + c.down());
    r0.intoArray(c.data(), to + 2 * c.down());
    t0.intoArray(c.data(), to + 3 * c.down());
  }

  /** Keeps sums in 8 of 16 registers. */
  static void twoByFour(
      int i, int j, int k, LaneMatrix s, LaneMatrix a, LaneMatrix b, LaneMatrix c) {
    int a0 = a.at() + i * a.down();
    int from = s.at() + i * s.down() + j * s.across();
    DoubleVector p0 = load(s.data(), from);
    DoubleVector p1 = load(s.data(), from + s.across());
    DoubleVector p2 = load(s.data(), from + 2 * s.across());
    DoubleVector p3 = load(s.data(), from + 3 * s.across());
    DoubleVector q0 = load(s.data(), from + s.down());
    DoubleVector q1 = load(s.data(), from + s.down() + s.across());
    DoubleVector q2 = load(s.data(), from + s.down() + 2 * s.across());
    DoubleVector q3 = load(s.data(), from + s.down() + 3 * s.across());
    int b0 = b.at() + j * b.across();
    int b1 = b0 + b.across();
    int b2 = b1 + b.across();
    int b3 = b2 + b.across();
    for (int t = 0; t < k; t++) {
      int x = a0 + t * a.across();
      int y = t * b.down();
      DoubleVector u0 = load(a.data(), x);
      DoubleVector u1 = load(a.data(), x + a.down());
      DoubleVector v0 = load(b.data(), b0 + y);
      p0 = u0.fma(v0, p0);
      q0 = u1.fma(v0, q0);
      DoubleVector v1 = load(b.data(), b1 + y);
      p1 = u0.fma(v1, p1);
      q1 = u1.fma(v1, q1);
      DoubleVector v2 = load(b.data(), b2 + y);
      p2 = u0.fma(v2, p2);
      q2 = u1.fma(v2, q2);
      DoubleVector v3 = load(b.data(), b3 + y);
      p3 = u0.fma(v3, p3);
      q3 = u1.fma(v3, q3);
    }
    int to = c.at() + i * c.down() + j * c.across();
    p0.intoArray(c.data(), to);
    p1.intoArray(c.data(), to + c.across());
    p2.intoArray(c.data(), to + 2 * c.across());
    p3.intoArray(c.data(), to + 3 * c.across());
    q0.intoArray(c.data(), to + c.down());
    q1.intoArray(c.data(), to + c.down() + c.across());
    q2.intoArray(c.data(), to + c.down() + 2 * c.across());
    q3.intoArray(c.data(), to + c.down() + 3 * c.across());
  }

  static void twoByOne(
      int i, int j, int k, LaneMatrix s, LaneMatrix a, LaneMatrix b, LaneMatrix c) {
    int a0 = a.at() + i * a.down();
    int from = s.at() + i * s.down() + j * s.across();
    DoubleVector p0 = load(s.data(), from);
    DoubleVector q0 = load(s.data(), from + s.down());
    int b0 = b.at() + j * b.across();
    for (int t = 0; t < k; t++) {
      int x = a0 + t * a.across();
      int y = t * b.down();
      DoubleVector u0 = load(a.data(), x);
      DoubleVector u1 = load(a.data(), x + a.down());
      DoubleVector v0 = load(b.data(), b0 + y);
      p0 = u0.fma(v0, p0);
      q0 = u1.fma(v0, q0);
    }
    int to = c.at() + i * c.down() + j * c.across();
    p0.intoArray(c.data(), to);
    q0.intoArray(c.data(), to + c.down());
  }

  static void oneByFour(
      int i, int j, int k, LaneMatrix s, LaneMatrix a, LaneMatrix b, LaneMatrix c) {
    int a0 = a.at() + i * a.down();
    int from = s.at() + i * s.down() + j * s.across();
    DoubleVector p0 = load(s.data(), from);
    DoubleVector p1 = load(s.data(), from + s.across());
    DoubleVector p2 = load(s.data(), from + 2 * s.across());
    DoubleVector p3 = load(s.data(), from + 3 * s.across());
    int b0 = b.at() + j * b.across();
    int b1 = b0 + b.across();
    int b2 = b1 + b.across();
    int b3 = b2 + b.across();
    for (int t = 0; t < k; t++) {
      int x = a0 + t * a.across();
      int y = t * b.down();
      DoubleVector u0 = load(a.data(), x);
      DoubleVector v0 = load(b.data(), b0 + y);
      p0 = u0.fma(v0, p0);
      DoubleVector v1 = load(b.data(), b1 + y);
      p1 = u0.fma(v1, p1);
      DoubleVector v2 = load(b.data(), b2 + y);
      p2 = u0.fma(v2, p2);
      DoubleVector v3 = load(b.data(), b3 + y);
      p3 = u0.fma(v3, p3);
    }
    int to = c.at() + i * c.down() + j * c.across();
    p0.intoArray(c.data(), to);
    p1.intoArray(c.data(), to + c.across());
    p2.intoArray(c.data(), to + 2 * c.across());
    p3.intoArray(c.data(), to + 3 * c.across());
  }

  static void oneByOne(
      int i, int j, int k, LaneMatrix s, LaneMatrix a, LaneMatrix b, LaneMatrix c) {
    int a0 = a.at() + i * a.down();
    int from = s.at() + i * s.down() + j * s.across();
    DoubleVector p0 = load(s.data(), from);
    int b0 = b.at() + j * b.across();
    for (int t = 0; t < k; t++) {
      int x = a0 + t * a.across();
      int y = t * b.down();
      DoubleVector u0 = load(a.data(), x);
      DoubleVector v0 = load(b.data(), b0 + y);
      p0 = u0.fma(v0, p0);
    }
    int to = c.at() + i * c.down() + j * c.across();
    p0.intoArray(c.data(), to);
  }

  static DoubleVector load(double[] array, int i) {
    return DoubleVector.fromArray(SPECIES, array, i);
  }

  static DoubleVector load(LaneArray array, int i) {
    return DoubleVector.fromArray(SPECIES, array.data(), array.at() + i);
  }

  static void store(DoubleVector x, LaneArray array, int i) {
    x.intoArray(array.data(), array.at() + i);
  }
}
