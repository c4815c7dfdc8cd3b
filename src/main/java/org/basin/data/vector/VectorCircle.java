package org.basin.data.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.data.CirclePoints;

/**
 * Computes circle points with SIMD vectors; each element of a vector is one point. Blocks are small
 * enough for the first-level cache. Each function has its own loop, because in a longer one the
 * compiler stops inlining and allocates vectors as objects.
 */
public final class VectorCircle implements CirclePoints {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  /** The number of points in a block. */
  private static final int BLOCK = 128;

  /** The factor that turns 53 bits with a sign into an angle of at most π / 4. */
  private static final double ANGLE = 0x1p-52 * Math.PI / 4;

  /** The bits of 2⁵². A smaller whole number written into its last bits is added to it. */
  private static final double WHOLE = 0x1p52;

  private static final long WHOLE_BITS = Double.doubleToRawLongBits(WHOLE);

  /** Shuffles that collect the first and the second numbers of two vectors of pairs. */
  private static final VectorShuffle<Double> FIRSTS =
      VectorShuffle.fromOp(SPECIES, i -> 2 * i % WIDTH);

  private static final VectorShuffle<Double> SECONDS =
      VectorShuffle.fromOp(SPECIES, i -> (2 * i + 1) % WIDTH);

  private static final VectorMask<Double> LOWER_HALF =
      VectorMask.fromLong(SPECIES, (1L << WIDTH / 2) - 1);

  private final FloatCircle floats = new FloatCircle();

  @Override
  public void draw(UniformRandomProvider stream, double radius, double[] points) {
    int count = points.length / 2;
    int capacity = Math.min(BLOCK, count + WIDTH - 1 - (count + WIDTH - 1) % WIDTH);
    long[] bits = new long[capacity];
    double[] angles = new double[capacity];
    double[] x = new double[capacity];
    double[] y = new double[capacity];
    for (int first = 0; first < count; first += BLOCK) {
      int size = Math.min(BLOCK, count - first);
      for (int i = 0; i < size; i++) {
        bits[i] = stream.nextLong();
      }
      angles(bits, angles, size);
      cosines(angles, x, size);
      sines(angles, y, size);
      turn(bits, radius, x, y, size);
      for (int i = 0, to = 2 * first; i < size; i++, to += 2) {
        points[to] = x[i];
        points[to + 1] = y[i];
      }
    }
  }

  private static DoubleVector load(double[] array, int i) {
    return DoubleVector.fromArray(SPECIES, array, i);
  }

  private static DoubleVector all(double x) {
    return DoubleVector.broadcast(SPECIES, x);
  }

  /** Converts 53 bits to a number in two parts, because not every CPU has an instruction for it. */
  private static void angles(long[] bits, double[] angles, int count) {
    for (int i = 0; i < count; i += WIDTH) {
      LongVector word = LongVector.fromArray(LONGS, bits, i);
      DoubleVector high =
          word.lanewise(VectorOperators.XOR, Long.MIN_VALUE)
              .lanewise(VectorOperators.LSHR, 12)
              .or(WHOLE_BITS)
              .reinterpretAsDoubles()
              .sub(1.5 * WHOLE);
      DoubleVector low =
          word.lanewise(VectorOperators.LSHR, 11)
              .and(1L)
              .or(WHOLE_BITS)
              .reinterpretAsDoubles()
              .sub(WHOLE);
      high.add(high).add(low).mul(ANGLE).intoArray(angles, i);
    }
  }

  private static void cosines(double[] angles, double[] x, int count) {
    for (int i = 0; i < count; i += WIDTH) {
      DoubleVector angle = load(angles, i);
      DoubleVector s = angle.mul(angle);
      DoubleVector q = s.mul(s);
      DoubleVector low =
          all(1.0 / 24)
              .sub(s.mul(1.0 / 720))
              .add(q.mul(all(1.0 / 40320).sub(s.mul(1.0 / 3628800))));
      DoubleVector high =
          all(1.0 / 479001600).sub(s.mul(1.0 / 87178291200L)).add(q.mul(1.0 / 20922789888000L));
      all(1).sub(s.mul(0.5).sub(q.mul(low.add(q.mul(q).mul(high))))).intoArray(x, i);
    }
  }

  private static void sines(double[] angles, double[] y, int count) {
    for (int i = 0; i < count; i += WIDTH) {
      DoubleVector angle = load(angles, i);
      DoubleVector s = angle.mul(angle);
      DoubleVector q = s.mul(s);
      DoubleVector low =
          all(1.0 / 6).sub(s.mul(1.0 / 120)).add(q.mul(all(1.0 / 5040).sub(s.mul(1.0 / 362880))));
      DoubleVector high =
          all(1.0 / 39916800).sub(s.mul(1.0 / 6227020800L)).add(q.mul(1.0 / 1307674368000L));
      angle.sub(angle.mul(s).mul(low.add(q.mul(q).mul(high)))).intoArray(y, i);
    }
  }

  /** Moves points onto one of four arcs, which the two lowest bits choose. */
  private static void turn(long[] bits, double radius, double[] x, double[] y, int count) {
    for (int i = 0; i < count; i += WIDTH) {
      LongVector word = LongVector.fromArray(LONGS, bits, i);
      LongVector cosine = load(x, i).reinterpretAsLongs();
      LongVector sine = load(y, i).reinterpretAsLongs();
      LongVector sign = word.lanewise(VectorOperators.LSHR, 1).lanewise(VectorOperators.LSHL, 63);
      LongVector exchange = cosine.lanewise(VectorOperators.XOR, sine).and(word.and(1L).neg());
      LongVector change = exchange.lanewise(VectorOperators.XOR, sign);
      cosine
          .lanewise(VectorOperators.XOR, change)
          .reinterpretAsDoubles()
          .mul(radius)
          .intoArray(x, i);
      sine.lanewise(VectorOperators.XOR, change).reinterpretAsDoubles().mul(radius).intoArray(y, i);
    }
  }

  @Override
  public void signs(double[] v, double[] points, double[] signs) {
    int whole = signs.length - signs.length % WIDTH;
    DoubleVector v0 = all(v[0]);
    DoubleVector v1 = all(v[1]);
    DoubleVector zero = all(0);
    LongVector one = all(1).reinterpretAsLongs();
    for (int i = 0; i < whole; i += WIDTH) {
      DoubleVector a = load(points, 2 * i);
      DoubleVector b = load(points, 2 * i + WIDTH);
      DoubleVector x = b.rearrange(FIRSTS).blend(a.rearrange(FIRSTS), LOWER_HALF);
      DoubleVector y = b.rearrange(SECONDS).blend(a.rearrange(SECONDS), LOWER_HALF);
      zero.add(v0.mul(x))
          .add(v1.mul(y))
          .reinterpretAsLongs()
          .and(Long.MIN_VALUE)
          .or(one)
          .reinterpretAsDoubles()
          .intoArray(signs, i);
    }
    for (int i = whole; i < signs.length; i++) {
      signs[i] = Math.copySign(1, 0 + v[0] * points[2 * i] + v[1] * points[2 * i + 1]);
    }
  }

  @Override
  public void draw(UniformRandomProvider stream, float radius, float[] points) {
    floats.draw(stream, radius, points);
  }

  @Override
  public void signs(float[] v, float[] points, float[] signs) {
    floats.signs(v, points, signs);
  }
}
