package org.basin.linalg;

import java.util.function.DoubleSupplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Fills tensors with random numbers, row by row, so that the first rows of a wider layer equal
 * those of a narrower one with the same stream.
 */
public final class Draws {

  private Draws() {}

  /** Fills {@code tensor} with draws from N(0, {@code std}²). */
  public static void gaussian(Matrix tensor, double std, UniformRandomProvider stream) {
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(stream);
    fill(tensor, () -> std * normal.sample());
  }

  /** Fills {@code tensor} with draws from U(−{@code bound}, {@code bound}). */
  public static void uniform(Matrix tensor, double bound, UniformRandomProvider stream) {
    fill(tensor, () -> bound * (2 * stream.nextDouble() - 1));
  }

  private static void fill(Matrix tensor, DoubleSupplier draw) {
    for (int r = 0; r < tensor.rows(); r++) {
      for (int c = 0; c < tensor.columns(); c++) {
        tensor.set(r, c, draw.getAsDouble());
      }
    }
  }
}
