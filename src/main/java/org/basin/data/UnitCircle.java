package org.basin.data;

import org.apache.commons.rng.UniformRandomProvider;

/** Computes circle points and labels in plain Java, point by point. */
final class UnitCircle implements CirclePoints {

  /** The factor 2⁻⁵² π / 4, which turns 53 bits with a sign into an angle of at most π / 4. */
  private static final double ANGLE = 0x1p-52 * Math.PI / 4;

  /** The factor 2⁻²³ π / 4, which does the same for 24 bits. */
  private static final float FLOAT_ANGLE = (float) (0x1p-23 * Math.PI / 4);

  @Override
  public void draw(UniformRandomProvider stream, double radius, double[] points) {
    for (int i = 0; i + 1 < points.length; i += 2) {
      long bits = stream.nextLong();
      double angle = (bits >> 11) * ANGLE;
      long cosine = Double.doubleToRawLongBits(cos(angle));
      long sine = Double.doubleToRawLongBits(sin(angle));
      long exchange = (cosine ^ sine) & -(bits & 1);
      long sign = bits >> 1 << 63;
      points[i] = radius * Double.longBitsToDouble(cosine ^ exchange ^ sign);
      points[i + 1] = radius * Double.longBitsToDouble(sine ^ exchange ^ sign);
    }
  }

  @Override
  public void draw(UniformRandomProvider stream, float radius, float[] points) {
    long bits = 0;
    for (int i = 0; i + 1 < points.length; i += 2) {
      bits = i % 4 == 0 ? stream.nextLong() : bits >> 32;
      int word = (int) bits;
      float angle = (word >> 8) * FLOAT_ANGLE;
      int cosine = Float.floatToRawIntBits(cos(angle));
      int sine = Float.floatToRawIntBits(sin(angle));
      int exchange = (cosine ^ sine) & -(word & 1);
      int sign = word >> 1 << 31;
      points[i] = radius * Float.intBitsToFloat(cosine ^ exchange ^ sign);
      points[i + 1] = radius * Float.intBitsToFloat(sine ^ exchange ^ sign);
    }
  }

  @Override
  public void signs(double[] v, double[] points, double[] signs) {
    for (int c = 0; c < signs.length; c++) {
      // There is no branch, because it would be mispredicted half the time. A sum from 0 is never
      // −0.
      signs[c] = Math.copySign(1, 0 + v[0] * points[2 * c] + v[1] * points[2 * c + 1]);
    }
  }

  @Override
  public void signs(float[] v, float[] points, float[] signs) {
    for (int c = 0; c < signs.length; c++) {
      signs[c] = Math.copySign(1, 0 + v[0] * points[2 * c] + v[1] * points[2 * c + 1]);
    }
  }

  // Taylor series: for |x| ≤ π / 4, the omitted terms are below 2⁻⁵⁴, or 2⁻²⁵ in float.

  static double cos(double x) {
    double s = x * x;
    double q = s * s;
    double low = (1.0 / 24 - s * (1.0 / 720)) + q * (1.0 / 40320 - s * (1.0 / 3628800));
    double high = (1.0 / 479001600 - s * (1.0 / 87178291200L)) + q * (1.0 / 20922789888000L);
    return 1 - (s / 2 - q * (low + q * q * high));
  }

  static double sin(double x) {
    double s = x * x;
    double q = s * s;
    double low = (1.0 / 6 - s * (1.0 / 120)) + q * (1.0 / 5040 - s * (1.0 / 362880));
    double high = (1.0 / 39916800 - s * (1.0 / 6227020800L)) + q * (1.0 / 1307674368000L);
    return x - x * s * (low + q * q * high);
  }

  static float cos(float x) {
    float s = x * x;
    float q = s * s;
    return 1 - (s / 2 - q * ((1f / 24 - s * (1f / 720)) + q * (1f / 40320)));
  }

  static float sin(float x) {
    float s = x * x;
    float q = s * s;
    return x - x * s * ((1f / 6 - s * (1f / 120)) + q * (1f / 5040 - s * (1f / 362880)));
  }
}
