package org.basin.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.kernel.Vectors;

/**
 * Draws points uniformly on a circle by their angle, and labels points by the side of a line on
 * which they lie. Plain Java and, where the JVM offers it, SIMD code give the same bits.
 *
 * <p>A point uses one word of random bits. The highest bits give an angle on the quarter arc around
 * 0. The lowest bit exchanges sine and cosine, and the next bit changes both signs; so the arc is
 * turned or reflected onto one of four. There are no branches, no square roots and no library sine.
 *
 * <ul>
 *   <li>In double, a word is a {@code long}, and 53 of its bits give the angle.
 *   <li>In float, a {@code long} holds two words, the lower half first, and 24 bits of each give
 *       the angle. These points are not rounded doubles: they have their own distribution, on a
 *       coarser grid of angles.
 * </ul>
 */
public interface CirclePoints {

  /** The SIMD implementation, if this process has one. */
  CirclePoints QUICKEST =
      Vectors.choose(CirclePoints.class, "org.basin.data.vector.VectorCircle", UnitCircle::new);

  /**
   * Draws points, with one {@code long} for each.
   *
   * @param points overwritten with x and y of one point after another
   */
  void draw(UniformRandomProvider stream, double radius, double[] points);

  /**
   * The same as {@link #draw(UniformRandomProvider, double, double[])} in float, with one {@code
   * long} for two points.
   */
  void draw(UniformRandomProvider stream, float radius, float[] points);

  /**
   * Computes the signs of ⟨v, point⟩; the sign of 0 is 1.
   *
   * @param v two numbers
   * @param points x and y of one point after another
   * @param signs one per point; overwritten
   */
  void signs(double[] v, double[] points, double[] signs);

  /** The same as {@link #signs(double[], double[], double[])} in float. */
  void signs(float[] v, float[] points, float[] signs);
}
