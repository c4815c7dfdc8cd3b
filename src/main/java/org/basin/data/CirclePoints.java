package org.basin.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.kernel.Vectors;

/**
 * Points uniform on a circle, by their angle, and labels of points by the side of a line they stand
 * on: in plain Java, and by vectors where the JVM offers them, equal to the bit.
 *
 * <p>A point takes one word of bits: an angle on the arc of a quarter about 0 by the highest, then
 * the lowest bit exchanges sine and cosine, the next one changes both signs, which turns or
 * reflects the arc onto one of four. No branches, square roots or a library's sine.
 *
 * <ul>
 *   <li>In double a word is a {@code long}, of which 53 bits make the angle.
 *   <li>In float two words are a {@code long}, the lower half first, and 24 bits of each make the
 *       angle. The points are those of another law, on a coarser grid of angles, and not the
 *       doubles rounded.
 * </ul>
 */
public interface CirclePoints {

  /** By vectors, where this process has them. */
  CirclePoints QUICKEST =
      Vectors.choose(CirclePoints.class, "org.basin.data.vector.VectorCircle", UnitCircle::new);

  /**
   * Draws points, one {@code long} each.
   *
   * @param points x and y of one after the other, as many as there is room for; overwritten
   */
  void draw(UniformRandomProvider stream, double radius, double[] points);

  /** As {@link #draw(UniformRandomProvider, double, double[])} in float, a {@code long} for two. */
  void draw(UniformRandomProvider stream, float radius, float[] points);

  /**
   * The signs of ⟨v, point⟩, 1 for 0.
   *
   * @param v two numbers
   * @param points x and y of one after the other
   * @param signs one a point; overwritten
   */
  void signs(double[] v, double[] points, double[] signs);

  /** As {@link #signs(double[], double[], double[])} in float. */
  void signs(float[] v, float[] points, float[] signs);
}
