package org.basin.data.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The float part of {@link VectorCircle}. It is written by hand, whereas the build generates the
 * kernels in float from those in double, because its points have another distribution. A long gives
 * two points and not one, its bits have other positions, the series are shorter, and one loop
 * computes a whole point.
 */
final class FloatCircle {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> WORDS = IntVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  /** The number of points in a block. */
  private static final int BLOCK = 256;

  /** The factor that turns 24 bits with a sign into an angle of at most π / 4. */
  private static final float ANGLE = (float) (0x1p-23 * Math.PI / 4);

  /** The bits of a float's fraction, and the bits of 2²³. */
  private static final int FRACTION = 0x7fffff;

  private static final int TWO_TO_23 = 0x4b000000;

  /** Shuffles that collect the first and the second numbers of two vectors of pairs. */
  private static final VectorShuffle<Float> FIRSTS =
      VectorShuffle.fromOp(SPECIES, i -> 2 * i % WIDTH);

  private static final VectorShuffle<Float> SECONDS =
      VectorShuffle.fromOp(SPECIES, i -> (2 * i + 1) % WIDTH);

  private static final VectorMask<Float> LOWER_HALF =
      VectorMask.fromLong(SPECIES, (1L << WIDTH / 2) - 1);

  void draw(UniformRandomProvider stream, float radius, float[] points) {
    int count = points.length / 2;
    int capacity = Math.min(BLOCK, count + WIDTH - 1 - (count + WIDTH - 1) % WIDTH);
    int[] bits = new int[capacity];
    float[] x = new float[capacity];
    float[] y = new float[capacity];
    for (int first = 0; first < count; first += BLOCK) {
      int size = Math.min(BLOCK, count - first);
      for (int i = 0; i < size; i += 2) {
        long two = stream.nextLong();
        bits[i] = (int) two;
        bits[i + 1] = (int) (two >>> 32);
      }
      turn(bits, radius, x, y, size);
      for (int i = 0, to = 2 * first; i < size; i++, to += 2) {
        points[to] = x[i];
        points[to + 1] = y[i];
      }
    }
  }

  private static FloatVector all(float x) {
    return FloatVector.broadcast(SPECIES, x);
  }

  private static void turn(int[] bits, float radius, float[] x, float[] y, int count) {
    for (int i = 0; i < count; i += WIDTH) {
      IntVector word = IntVector.fromArray(WORDS, bits, i);
      // The upper 24 bits, a sign and 23 more, become a number: 2²³ + the 23 bits, minus 2²³ or
      // 2²⁴. A conversion instruction is not used, because on Java 17 it is a method call.
      FloatVector whole =
          word.lanewise(VectorOperators.LSHR, 8)
              .and(FRACTION)
              .or(TWO_TO_23)
              .reinterpretAsFloats()
              .sub(
                  word.lanewise(VectorOperators.LSHR, 31)
                      .lanewise(VectorOperators.LSHL, 23)
                      .add(TWO_TO_23)
                      .reinterpretAsFloats());
      FloatVector angle = whole.mul(ANGLE);
      FloatVector s = angle.mul(angle);
      FloatVector q = s.mul(s);
      FloatVector cosines = all(1f / 24).sub(s.mul(1f / 720)).add(q.mul(1f / 40320));
      FloatVector sines =
          all(1f / 6).sub(s.mul(1f / 120)).add(q.mul(all(1f / 5040).sub(s.mul(1f / 362880))));
      IntVector cosine = all(1).sub(s.mul(0.5f).sub(q.mul(cosines))).reinterpretAsInts();
      IntVector sine = angle.sub(angle.mul(s).mul(sines)).reinterpretAsInts();
      IntVector sign = word.lanewise(VectorOperators.LSHR, 1).lanewise(VectorOperators.LSHL, 31);
      IntVector exchange = cosine.lanewise(VectorOperators.XOR, sine).and(word.and(1).neg());
      IntVector change = exchange.lanewise(VectorOperators.XOR, sign);
      cosine
          .lanewise(VectorOperators.XOR, change)
          .reinterpretAsFloats()
          .mul(radius)
          .intoArray(x, i);
      sine.lanewise(VectorOperators.XOR, change).reinterpretAsFloats().mul(radius).intoArray(y, i);
    }
  }

  void signs(float[] v, float[] points, float[] signs) {
    int whole = signs.length - signs.length % WIDTH;
    FloatVector v0 = all(v[0]);
    FloatVector v1 = all(v[1]);
    FloatVector zero = all(0);
    IntVector one = all(1).reinterpretAsInts();
    for (int i = 0; i < whole; i += WIDTH) {
      FloatVector a = FloatVector.fromArray(SPECIES, points, 2 * i);
      FloatVector b = FloatVector.fromArray(SPECIES, points, 2 * i + WIDTH);
      FloatVector x = b.rearrange(FIRSTS).blend(a.rearrange(FIRSTS), LOWER_HALF);
      FloatVector y = b.rearrange(SECONDS).blend(a.rearrange(SECONDS), LOWER_HALF);
      zero.add(v0.mul(x))
          .add(v1.mul(y))
          .reinterpretAsInts()
          .and(Integer.MIN_VALUE)
          .or(one)
          .reinterpretAsFloats()
          .intoArray(signs, i);
    }
    for (int i = whole; i < signs.length; i++) {
      signs[i] = Math.copySign(1, 0 + v[0] * points[2 * i] + v[1] * points[2 * i + 1]);
    }
  }
}
