package org.basin.kernel.floats.vector;

import static org.basin.kernel.floats.LaneMath.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.basin.kernel.floats.LaneMath;

/**
 * Computes the functions of {@link LaneMath} for many numbers at once. Each function has its own
 * loop, because in a longer one the compiler stops inlining and allocates vectors as objects.
 *
 * <p>All read {@code x} and write {@code y}, which may be the same array; {@code count} is a
 * multiple of the SIMD width.
 */
public final class VectorMath {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private VectorMath() {}

  /** See {@link LaneMath#exp}. */
  public static void exp(float[] x, float[] y, int count) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector overflow = FloatVector.broadcast(SPECIES, EXP_OVERFLOW);
    FloatVector underflow = FloatVector.broadcast(SPECIES, EXP_UNDERFLOW);
    for (int i = 0; i < count; i += SPECIES.length()) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, i);
      FloatVector shifted = v.mul(LOG2_E).add(ROUND);
      FloatVector e = reducedExpm1(v, shifted.sub(ROUND)).add(1);
      e =
          shifted
              .reinterpretAsInts()
              .lanewise(VectorOperators.LSHL, FRACTION_BITS)
              .add(e.reinterpretAsInts())
              .reinterpretAsFloats();
      VectorMask<Float> fits = v.compare(VectorOperators.LE, overflow);
      e = v.add(Float.POSITIVE_INFINITY).blend(e, fits);
      e.blend(zero, v.compare(VectorOperators.LT, underflow)).intoArray(y, i);
    }
  }

  /** Computes e⁻|ˣ| with {@link LaneMath#exp}. */
  public static void expOfMinusAbs(float[] x, float[] y, int count) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector underflow = FloatVector.broadcast(SPECIES, EXP_UNDERFLOW);
    for (int i = 0; i < count; i += SPECIES.length()) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, i).abs().neg();
      FloatVector shifted = v.mul(LOG2_E).add(ROUND);
      FloatVector power =
          shifted
              .reinterpretAsInts()
              .add(BIAS)
              .lanewise(VectorOperators.LSHL, FRACTION_BITS)
              .reinterpretAsFloats();
      FloatVector e = reducedExpm1(v, shifted.sub(ROUND)).add(1).mul(power);
      e.blend(zero, v.compare(VectorOperators.LT, underflow)).intoArray(y, i);
    }
  }

  private static FloatVector reducedExpm1(FloatVector x, FloatVector k) {
    FloatVector r = x.sub(k.mul(LN2_HIGH)).sub(k.mul(LN2_LOW));
    FloatVector s = r.mul(r);
    FloatVector p = r.mul(E3).add(E2).add(s.mul(E4));
    p = r.mul(E1).add(E0).add(p.mul(s));
    return r.add(p.mul(s));
  }

  /** See {@link LaneMath#log1p}. */
  public static void log1p(float[] x, float[] y, int count) {
    for (int i = 0; i < count; i += SPECIES.length()) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, i);
      FloatVector t = v.div(v.add(2));
      FloatVector u = t.mul(t);
      FloatVector w = u.mul(u);
      FloatVector p = u.mul(L3).add(L2).add(w.mul(L4));
      p = u.mul(L1).add(L0).add(p.mul(w));
      v.sub(t.mul(v.sub(p.mul(u)))).intoArray(y, i);
    }
  }

  /** Computes exp(min(x, 0)) − 1 with {@link LaneMath#expm1}. */
  public static void expm1OfNegative(float[] x, float[] y, int count) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector end = FloatVector.broadcast(SPECIES, TANH_END);
    for (int i = 0; i < count; i += SPECIES.length()) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, i);
      v = v.blend(zero, v.compare(VectorOperators.GT, zero));
      v = v.blend(end, v.compare(VectorOperators.LT, end));
      FloatVector shifted = v.mul(LOG2_E).add(ROUND);
      FloatVector e = reducedExpm1(v, shifted.sub(ROUND));
      FloatVector power =
          shifted
              .reinterpretAsInts()
              .add(BIAS)
              .lanewise(VectorOperators.LSHL, FRACTION_BITS)
              .reinterpretAsFloats();
      power.mul(e).add(power.sub(1)).intoArray(y, i);
    }
  }

  /** See {@link LaneMath#tanh}. */
  public static void tanh(float[] x, float[] y, int count) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector end = FloatVector.broadcast(SPECIES, TANH_END);
    for (int i = 0; i < count; i += SPECIES.length()) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, i);
      FloatVector a = v.abs().mul(-2);
      a = a.blend(end, a.compare(VectorOperators.LT, end));
      FloatVector shifted = a.mul(LOG2_E).add(ROUND);
      FloatVector e = reducedExpm1(a, shifted.sub(ROUND));
      FloatVector power =
          shifted
              .reinterpretAsInts()
              .add(BIAS)
              .lanewise(VectorOperators.LSHL, FRACTION_BITS)
              .reinterpretAsFloats();
      e = power.mul(e).add(power.sub(1));
      FloatVector size = e.neg().div(e.add(2));
      size.blend(size.neg(), v.compare(VectorOperators.LT, zero)).intoArray(y, i);
    }
  }
}
