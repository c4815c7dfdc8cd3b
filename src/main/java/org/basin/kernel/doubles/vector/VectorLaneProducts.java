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
    if (b.isUniform()) {
      multiplyUniform(m, n, k, s, a, b, c);
    } else {
      multiplyLanes(m, n, k, s, a, b, c);
    }
  }

  private static void multiplyLanes(
      int m, int n, int k, LaneMatrix s, LaneMatrix a, LaneMatrix b, LaneMatrix c) {
    int i = 0;
    for (; HAS_MANY_REGISTERS && i <= m - 4; i += 4) {
      fourRows(i, n, k, s, a, b, c);
    }
    for (; i <= m - 2; i += 2) {
      twoRows(i, n, k, s, a, b, c);
    }
    for (; i < m; i++) {
      oneRows(i, n, k, s, a, b, c);
    }
  }

  private static void multiplyUniform(
      int m, int n, int k, LaneMatrix s, LaneMatrix a, LaneMatrix b, LaneMatrix c) {
    int i = 0;
    for (; HAS_MANY_REGISTERS && i <= m - 4; i += 4) {
      fourRowsOfUniform(i, n, k, s, a, b, c);
    }
    for (; i <= m - 2; i += 2) {
      twoRowsOfUniform(i, n, k, s, a, b, c);
    }
    for (; i < m; i++) {
      oneRowsOfUniform(i, n, k, s, a, b, c);
    }
  }

  private static void fourRows(
      int i, int n, int k, LaneMatrix s, LaneMatrix a, LaneMatrix b, LaneMatrix c) {
    int j = 0;
    for (; j <= n - 4; j += 4) {
      LaneTiles.fourByFour(i, j, k, s, a, b, c);
    }
    for (; j < n; j++) {
      LaneTiles.fourByOne(i, j, k, s, a, b, c);
    }
  }

  private static void twoRows(
      int i, int n, int k, LaneMatrix s, LaneMatrix a, LaneMatrix b, LaneMatrix c) {
    int j = 0;
    for (; j <= n - 4; j += 4) {
      LaneTiles.twoByFour(i, j, k, s, a, b, c);
    }
    for (; j < n; j++) {
      LaneTiles.twoByOne(i, j, k, s, a, b, c);
    }
  }

  private static void oneRows(
      int i, int n, int k, LaneMatrix s, LaneMatrix a, LaneMatrix b, LaneMatrix c) {
    int j = 0;
    for (; j <= n - 4; j += 4) {
      LaneTiles.oneByFour(i, j, k, s, a, b, c);
    }
    for (; j < n; j++) {
      LaneTiles.oneByOne(i, j, k, s, a, b, c);
    }
  }

  private static void fourRowsOfUniform(
      int i, int n, int k, LaneMatrix s, LaneMatrix a, LaneMatrix b, LaneMatrix c) {
    int j = 0;
    for (; j <= n - 4; j += 4) {
      UniformTiles.fourByFour(i, j, k, s, a, b, c);
    }
    for (; j < n; j++) {
      UniformTiles.fourByOne(i, j, k, s, a, b, c);
    }
  }

  private static void twoRowsOfUniform(
      int i, int n, int k, LaneMatrix s, LaneMatrix a, LaneMatrix b, LaneMatrix c) {
    int j = 0;
    for (; j <= n - 4; j += 4) {
      UniformTiles.twoByFour(i, j, k, s, a, b, c);
    }
    for (; j < n; j++) {
      UniformTiles.twoByOne(i, j, k, s, a, b, c);
    }
  }

  private static void oneRowsOfUniform(
      int i, int n, int k, LaneMatrix s, LaneMatrix a, LaneMatrix b, LaneMatrix c) {
    int j = 0;
    for (; j <= n - 4; j += 4) {
      UniformTiles.oneByFour(i, j, k, s, a, b, c);
    }
    for (; j < n; j++) {
      UniformTiles.oneByOne(i, j, k, s, a, b, c);
    }
  }
}
