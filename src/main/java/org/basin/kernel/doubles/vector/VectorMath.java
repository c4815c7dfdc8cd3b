package org.basin.kernel.doubles.vector;

import static org.basin.kernel.doubles.LaneMath.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.basin.kernel.doubles.LaneMath;

/**
 * Computes the functions of {@link LaneMath} for many numbers at once. Each function has its own
 * loop, because in a longer one the compiler stops inlining and allocates vectors as objects.
 *
 * <p>All read {@code x} and write {@code y}, which may be the same array; {@code count} is a
 * multiple of the SIMD width.
 */
public final class VectorMath {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  private VectorMath() {}

  /** See {@link LaneMath#exp}. */
  public static void exp(double[] x, double[] y, int count) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector overflow = DoubleVector.broadcast(SPECIES, EXP_OVERFLOW);
    DoubleVector underflow = DoubleVector.broadcast(SPECIES, EXP_UNDERFLOW);
    for (int i = 0; i < count; i += SPECIES.length()) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector shifted = v.mul(LOG2_E).add(ROUND);
      DoubleVector e = reducedExpm1(v, shifted.sub(ROUND)).add(1);
      e =
          shifted
              .reinterpretAsLongs()
              .lanewise(VectorOperators.LSHL, FRACTION_BITS)
              .add(e.reinterpretAsLongs())
              .reinterpretAsDoubles();
      VectorMask<Double> fits = v.compare(VectorOperators.LE, overflow);
      e = v.add(Double.POSITIVE_INFINITY).blend(e, fits);
      e.blend(zero, v.compare(VectorOperators.LT, underflow)).intoArray(y, i);
    }
  }

  /** Computes e⁻|ˣ| with {@link LaneMath#exp}. */
  public static void expOfMinusAbs(double[] x, double[] y, int count) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector underflow = DoubleVector.broadcast(SPECIES, EXP_UNDERFLOW);
    for (int i = 0; i < count; i += SPECIES.length()) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, i).abs().neg();
      DoubleVector shifted = v.mul(LOG2_E).add(ROUND);
      DoubleVector power =
          shifted
              .reinterpretAsLongs()
              .add(BIAS)
              .lanewise(VectorOperators.LSHL, FRACTION_BITS)
              .reinterpretAsDoubles();
      DoubleVector e = reducedExpm1(v, shifted.sub(ROUND)).add(1).mul(power);
      e.blend(zero, v.compare(VectorOperators.LT, underflow)).intoArray(y, i);
    }
  }

  private static DoubleVector reducedExpm1(DoubleVector x, DoubleVector k) {
    DoubleVector r = x.sub(k.mul(LN2_HIGH)).sub(k.mul(LN2_LOW));
    DoubleVector s = r.mul(r);
    DoubleVector p = r.mul(E7).add(E6).add(r.mul(E9).add(E8).mul(s));
    p = r.mul(E5).add(E4).add(p.mul(s));
    p = r.mul(E3).add(E2).add(p.mul(s));
    p = r.mul(E1).add(E0).add(p.mul(s));
    return r.add(p.mul(s));
  }

  /** See {@link LaneMath#log1p}. */
  public static void log1p(double[] x, double[] y, int count) {
    for (int i = 0; i < count; i += SPECIES.length()) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector t = v.div(v.add(2));
      DoubleVector u = t.mul(t);
      DoubleVector w = u.mul(u);
      DoubleVector p = u.mul(L7).add(L6).add(u.mul(L9).add(L8).mul(w));
      p = u.mul(L5).add(L4).add(p.mul(w));
      p = u.mul(L3).add(L2).add(p.mul(w));
      p = u.mul(L1).add(L0).add(p.mul(w));
      v.sub(t.mul(v.sub(p.mul(u)))).intoArray(y, i);
    }
  }

  /** Computes exp(min(x, 0)) − 1 with {@link LaneMath#expm1}. */
  public static void expm1OfNegative(double[] x, double[] y, int count) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector end = DoubleVector.broadcast(SPECIES, TANH_END);
    for (int i = 0; i < count; i += SPECIES.length()) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
      v = v.blend(zero, v.compare(VectorOperators.GT, zero));
      v = v.blend(end, v.compare(VectorOperators.LT, end));
      DoubleVector shifted = v.mul(LOG2_E).add(ROUND);
      DoubleVector e = reducedExpm1(v, shifted.sub(ROUND));
      DoubleVector power =
          shifted
              .reinterpretAsLongs()
              .add(BIAS)
              .lanewise(VectorOperators.LSHL, FRACTION_BITS)
              .reinterpretAsDoubles();
      power.mul(e).add(power.sub(1)).intoArray(y, i);
    }
  }

  /** See {@link LaneMath#tanh}. */
  public static void tanh(double[] x, double[] y, int count) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector end = DoubleVector.broadcast(SPECIES, TANH_END);
    for (int i = 0; i < count; i += SPECIES.length()) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector a = v.abs().mul(-2);
      a = a.blend(end, a.compare(VectorOperators.LT, end));
      DoubleVector shifted = a.mul(LOG2_E).add(ROUND);
      DoubleVector e = reducedExpm1(a, shifted.sub(ROUND));
      DoubleVector power =
          shifted
              .reinterpretAsLongs()
              .add(BIAS)
              .lanewise(VectorOperators.LSHL, FRACTION_BITS)
              .reinterpretAsDoubles();
      e = power.mul(e).add(power.sub(1));
      DoubleVector size = e.neg().div(e.add(2));
      size.blend(size.neg(), v.compare(VectorOperators.LT, zero)).intoArray(y, i);
    }
  }
}
