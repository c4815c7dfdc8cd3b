package org.basin.kernel.doubles.vector;

import org.basin.kernel.doubles.LaneMatrix;
import org.basin.kernel.doubles.LaneProducts;

/** Computes the products with SIMD vectors, in tiles; each lane is one element. */
final class VectorLaneProducts implements LaneProducts {

  /** Whether a CPU has registers for tiles of four rows and four columns. */
  private static final boolean HAS_MANY_REGISTERS = LaneTiles.SPECIES.vectorBitSize() == 512;

  @Override
  public void multiply(
      int m, int n, int k, LaneMatrix s, LaneMatrix a, LaneMatrix b, LaneMatrix c) {
    int i = 0;
    if (HAS_MANY_REGISTERS) {
      for (; i <= m - 4; i += 4) {
        fourRows(i, n, k, s, a, b, c);
      }
    } else {
      for (; i <= m - 2; i += 2) {
        twoRows(i, n, k, s, a, b, c);
      }
    }
    for (; i < m; i++) {
      oneRow(i, n, k, s, a, b, c);
    }
  }

  private static void fourRows(
      int i, int n, int k, LaneMatrix s, LaneMatrix a, LaneMatrix b, LaneMatrix c) {
    int j = 0;
    for (; j <= n - 4; j += 4) {
      LaneTiles.fourByFour(
          k,
          s.data(),
          s.at() + i * s.down() + j * s.across(),
          s.down(),
          s.across(),
          a.data(),
          a.at() + i * a.down(),
          a.down(),
          a.across(),
          b.data(),
          b.at() + j * b.across(),
          b.down(),
          b.across(),
          c.data(),
          c.at() + i * c.down() + j * c.across(),
          c.down(),
          c.across());
    }
    for (; j < n; j++) {
      LaneStrips.fourByOne(
          k,
          s.data(),
          s.at() + i * s.down() + j * s.across(),
          s.down(),
          s.across(),
          a.data(),
          a.at() + i * a.down(),
          a.down(),
          a.across(),
          b.data(),
          b.at() + j * b.across(),
          b.down(),
          b.across(),
          c.data(),
          c.at() + i * c.down() + j * c.across(),
          c.down(),
          c.across());
    }
  }

  private static void twoRows(
      int i, int n, int k, LaneMatrix s, LaneMatrix a, LaneMatrix b, LaneMatrix c) {
    int j = 0;
    for (; j <= n - 4; j += 4) {
      LaneTiles.twoByFour(
          k,
          s.data(),
          s.at() + i * s.down() + j * s.across(),
          s.down(),
          s.across(),
          a.data(),
          a.at() + i * a.down(),
          a.down(),
          a.across(),
          b.data(),
          b.at() + j * b.across(),
          b.down(),
          b.across(),
          c.data(),
          c.at() + i * c.down() + j * c.across(),
          c.down(),
          c.across());
    }
    for (; j < n; j++) {
      LaneStrips.twoByOne(
          k,
          s.data(),
          s.at() + i * s.down() + j * s.across(),
          s.down(),
          s.across(),
          a.data(),
          a.at() + i * a.down(),
          a.down(),
          a.across(),
          b.data(),
          b.at() + j * b.across(),
          b.down(),
          b.across(),
          c.data(),
          c.at() + i * c.down() + j * c.across(),
          c.down(),
          c.across());
    }
  }

  private static void oneRow(
      int i, int n, int k, LaneMatrix s, LaneMatrix a, LaneMatrix b, LaneMatrix c) {
    int j = 0;
    for (; j <= n - 4; j += 4) {
      LaneStrips.oneByFour(
          k,
          s.data(),
          s.at() + i * s.down() + j * s.across(),
          s.down(),
          s.across(),
          a.data(),
          a.at() + i * a.down(),
          a.down(),
          a.across(),
          b.data(),
          b.at() + j * b.across(),
          b.down(),
          b.across(),
          c.data(),
          c.at() + i * c.down() + j * c.across(),
          c.down(),
          c.across());
    }
    for (; j < n; j++) {
      LaneStrips.oneByOne(
          k,
          s.data(),
          s.at() + i * s.down() + j * s.across(),
          s.down(),
          s.across(),
          a.data(),
          a.at() + i * a.down(),
          a.down(),
          a.across(),
          b.data(),
          b.at() + j * b.across(),
          b.down(),
          b.across(),
          c.data(),
          c.at() + i * c.down() + j * c.across(),
          c.down(),
          c.across());
    }
  }
}
