package org.basin.kernel.doubles.vector;

import static org.basin.kernel.doubles.vector.VectorTiles.SPECIES;
import static org.basin.kernel.doubles.vector.VectorTiles.WIDTH;
import static org.basin.kernel.doubles.vector.VectorTiles.all;
import static org.basin.kernel.doubles.vector.VectorTiles.load;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.basin.kernel.doubles.TiledProducts;

/** Computes the tiled products with SIMD vectors of rows. Columns are padded to whole vectors. */
final class VectorProducts extends TiledProducts {

  /** The number of columns of a tile, which depends on the number of registers. */
  private static final int COLUMNS = SPECIES.vectorBitSize() == 512 ? 8 : 4;

  private final double[] sums = new double[PARTIAL_SUMS];

  @Override
  public int stride(int rows) {
    return (rows + WIDTH - 1) / WIDTH * WIDTH;
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
    int stride = stride(m);
    int rows = stride - stride % (3 * WIDTH);
    int columns = n - n % 4;
    for (int i = 0; i < rows; i += 3 * WIDTH) {
      int j = 0;
      for (; COLUMNS == 8 && j <= n - 8; j += 8) {
        VectorTiles.threeByEight(
            k, a, i, stride, b, bAt + j * bAcross, bDown, bAcross, c, cAt + i + j * stride, stride);
      }
      for (; j < columns; j += 4) {
        VectorTiles.threeByFour(
            k, a, i, stride, b, bAt + j * bAcross, bDown, bAcross, c, cAt + i + j * stride, stride);
      }
    }
    for (int i = rows; i < stride; i += WIDTH) {
      int j = 0;
      for (; j <= n - 8; j += 8) {
        VectorStrips.oneByEight(
            k, a, i, stride, b, bAt + j * bAcross, bDown, bAcross, c, cAt + i + j * stride, stride);
      }
      for (; j < columns; j += 4) {
        VectorStrips.oneByFour(
            k, a, i, stride, b, bAt + j * bAcross, bDown, bAcross, c, cAt + i + j * stride, stride);
      }
    }
    for (int j = columns; j < n; j++) {
      for (int i = 0; i < stride; i += WIDTH) {
        VectorStrips.oneByOne(
            k, a, i, stride, b, bAt + j * bAcross, bDown, c, cAt + i + j * stride);
      }
    }
  }

  @Override
  protected void rectify(
      double[] z, int at, int m, int count, double[] bias, double[] x, int xAt, int xStride) {
    int stride = stride(m);
    int whole = m / WIDTH * WIDTH;
    for (int e = 0; e < count; e++) {
      int to = at + e * stride;
      int from = xAt + e * xStride;
      if (bias != null) {
        add(z, to, bias, 0, whole, m);
      }
      if (x != null) {
        add(z, to, x, from, whole, m);
      }
      rectify(z, to, stride);
    }
  }

  private static void add(double[] z, int to, double[] x, int from, int whole, int m) {
    for (int i = 0; i < whole; i += WIDTH) {
      load(z, to + i).add(load(x, from + i)).intoArray(z, to + i);
    }
    for (int i = whole; i < m; i++) {
      z[to + i] += x[from + i];
    }
  }

  private static void rectify(double[] z, int to, int stride) {
    for (int i = 0; i < stride; i += WIDTH) {
      DoubleVector value = load(z, to + i);
      value.blend(all(0), value.compare(VectorOperators.LE, 0)).intoArray(z, to + i);
    }
  }

  @Override
  public void outputs(double[] w, double[] a, int m, int count, double[] products) {
    int stride = stride(m);
    int whole = m / PARTIAL_SUMS * PARTIAL_SUMS;
    for (int e = 0; e < count; e++) {
      int at = e * stride;
      for (int part = 0; part < PARTIAL_SUMS; part += WIDTH) {
        add(w, a, at, part, whole, sums);
      }
      for (int i = whole; i < m; i++) {
        sums[i - whole] += w == null ? a[at + i] : w[i] * a[at + i];
      }
      products[e] = total(sums);
    }
  }

  /** Adds every vector at a distance of PARTIAL_SUMS numbers. */
  private static void add(double[] w, double[] a, int at, int part, int whole, double[] sums) {
    DoubleVector sum = all(0);
    if (w == null) {
      for (int i = part; i < whole; i += PARTIAL_SUMS) {
        sum = sum.add(load(a, at + i));
      }
    } else {
      for (int i = part; i < whole; i += PARTIAL_SUMS) {
        sum = sum.add(load(w, i).mul(load(a, at + i)));
      }
    }
    sum.intoArray(sums, part);
  }

  @Override
  public void spread(double[] outer, double[] w, double[] a, int m, int count, double[] delta) {
    int stride = stride(m);
    for (int e = 0; e < count; e++) {
      if (w == null) {
        spread(all(outer[e]), a, e * stride, stride, delta);
      } else {
        spread(outer[e], w, a, e * stride, stride, delta);
      }
    }
  }

  private static void spread(DoubleVector outer, double[] a, int at, int stride, double[] delta) {
    for (int i = 0; i < stride; i += WIDTH) {
      outer.blend(all(0), load(a, at + i).compare(VectorOperators.LE, 0)).intoArray(delta, at + i);
    }
  }

  private static void spread(
      double outer, double[] w, double[] a, int at, int stride, double[] delta) {
    for (int i = 0; i < stride; i += WIDTH) {
      load(w, i)
          .mul(outer)
          .blend(all(0), load(a, at + i).compare(VectorOperators.LE, 0))
          .intoArray(delta, at + i);
    }
  }
}
