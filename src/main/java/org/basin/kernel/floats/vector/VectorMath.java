package org.basin.kernel.floats.vector;

import static org.basin.kernel.floats.LaneMath.*;
import static org.basin.kernel.floats.vector.LaneTiles.load;
import static org.basin.kernel.floats.vector.LaneTiles.store;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.basin.kernel.floats.LaneArray;
import org.basin.kernel.floats.LaneMath;

/**
 * Computes the functions of {@link LaneMath} for many numbers at once. Each function has its own
 * loop, because in a longer one the compiler stops inlining and allocates vectors as objects.
 *
 * <p>All loops read {@code x} and write {@code y}, which may be the same array; {@code count} is a
 * multiple of the SIMD width.
 */
public final class VectorMath {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private VectorMath() {}

  /** See {@link LaneMath#exp}. */
  public static void exp(LaneArray x, LaneArray y, int count) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector overflow = FloatVector.broadcast(SPECIES, EXP_OVERFLOW);
    FloatVector underflow = FloatVector.broadcast(SPECIES, EXP_UNDERFLOW);
    for (int i = 0; i < count; i += SPECIES.length()) {
      FloatVector v = load(x, i);
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
      store(e.blend(zero, v.compare(VectorOperators.LT, underflow)), y, i);
    }
  }

  /** Computes e⁻|ˣ| with {@link LaneMath#exp}. */
  public static void expOfMinusAbs(LaneArray x, LaneArray y, int count) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector underflow = FloatVector.broadcast(SPECIES, EXP_UNDERFLOW);
    for (int i = 0; i < count; i += SPECIES.length()) {
      FloatVector v = load(x, i).abs().neg();
      FloatVector shifted = v.mul(LOG2_E).add(ROUND);
      FloatVector power =
          shifted
              .reinterpretAsInts()
              .add(BIAS)
              .lanewise(VectorOperators.LSHL, FRACTION_BITS)
              .reinterpretAsFloats();
      FloatVector e = reducedExpm1(v, shifted.sub(ROUND)).add(1).mul(power);
      store(e.blend(zero, v.compare(VectorOperators.LT, underflow)), y, i);
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
  public static void log1p(LaneArray x, LaneArray y, int count) {
    for (int i = 0; i < count; i += SPECIES.length()) {
      FloatVector v = load(x, i);
      FloatVector t = v.div(v.add(2));
      store(v.sub(t.mul(v.sub(artanhRest(t.mul(t))))), y, i);
    }
  }

  private static FloatVector artanhRest(FloatVector u) {
    FloatVector w = u.mul(u);
    FloatVector p = u.mul(L3).add(L2).add(w.mul(L4));
    p = u.mul(L1).add(L0).add(p.mul(w));
    return p.mul(u);
  }

  private static FloatVector one() {
    return all(1);
  }

  private static FloatVector all(float x) {
    return FloatVector.broadcast(SPECIES, x);
  }

  private static FloatVector atMost(float end, FloatVector x) {
    FloatVector ends = all(end);
    return x.blend(ends, x.compare(VectorOperators.GT, ends)); // NaN stays.
  }

  private static FloatVector shifted(FloatVector t) {
    return t.fma(-TWO_LOG2_E, ROUND);
  }

  private static FloatVector power(FloatVector shifted) {
    return shifted
        .reinterpretAsInts()
        .add(BIAS)
        .lanewise(VectorOperators.LSHL, FRACTION_BITS)
        .reinterpretAsFloats();
  }

  private static FloatVector even(FloatVector s) {
    return s.fma(A1, 1);
  }

  private static FloatVector odd(FloatVector h, FloatVector s) {
    return h.mul(s).fma(FloatVector.broadcast(SPECIES, B1), h);
  }

  /** See {@link LaneMath#sigmoid}. */
  public static void sigmoid(LaneArray x, LaneArray y, int count) {
    FloatVector zero = all(0);
    for (int i = 0; i < count; i += SPECIES.length()) {
      FloatVector v = load(x, i);
      FloatVector t = atMost(HALF_EXP_END, v.abs().mul(0.5f));
      FloatVector shifted = shifted(t);
      FloatVector k = shifted.sub(ROUND);
      FloatVector h = k.fma(all(HALF_LN2_LOW), k.fma(all(HALF_LN2), t));
      FloatVector s = h.mul(h);
      FloatVector a = even(s);
      FloatVector b = odd(h, s);
      FloatVector small = power(shifted).mul(a.sub(b));
      FloatVector sum = a.add(b);
      FloatVector above = sum.blend(small, v.compare(VectorOperators.LT, zero));
      store(above.div(sum.add(small)), y, i);
    }
  }

  /** Computes {@link LaneMath#softplus} from its sigmoids. */
  public static void softplus(LaneArray x, LaneArray sigmoids, LaneArray y, int count) {
    FloatVector zero = all(0);
    for (int i = 0; i < count; i += SPECIES.length()) {
      FloatVector v = load(x, i);
      FloatVector q = load(sigmoids, i);
      q = one().sub(q).blend(q, v.compare(VectorOperators.LT, zero));
      FloatVector t = q.div(all(2).sub(q));
      FloatVector log = q.add(t.mul(q.add(artanhRest(t.mul(t)))));
      store(v.add(log).blend(log, v.compare(VectorOperators.LE, zero)), y, i);
    }
  }

  /** See {@link LaneMath#expm1OfMinusAbs}. */
  static FloatVector expm1OfMinusAbs(FloatVector x) {
    FloatVector t = atMost(TANH_END, x.abs().mul(0.5f));
    FloatVector shifted = shifted(t);
    FloatVector h = shifted.sub(ROUND).fma(all(HALF_LN2), t);
    FloatVector power = power(shifted);
    FloatVector s = h.mul(h);
    FloatVector a = even(s);
    FloatVector b = odd(h, s);
    return power.sub(1).fma(a, power.add(1).neg().mul(b)).div(a.add(b));
  }

  /** See {@link LaneMath#tanh}. */
  public static void tanh(LaneArray x, LaneArray y, int count) {
    for (int i = 0; i < count; i += SPECIES.length()) {
      FloatVector v = load(x, i);
      FloatVector t = atMost(TANH_END, v.abs());
      FloatVector shifted = shifted(t);
      FloatVector h = shifted.sub(ROUND).fma(all(HALF_LN2), t);
      FloatVector power = power(shifted);
      FloatVector s = h.mul(h);
      FloatVector a = even(s);
      FloatVector b = odd(h, s);
      FloatVector less = one().sub(power);
      FloatVector more = power.add(1);
      FloatVector size = less.fma(a, more.mul(b)).div(more.fma(a, less.mul(b)));
      IntVector sign = v.reinterpretAsInts().and(Integer.MIN_VALUE);
      store(size.reinterpretAsInts().or(sign).reinterpretAsFloats(), y, i);
    }
  }

  /** See {@link LaneMath#bell}. */
  public static void bell(LaneArray x, LaneArray y, int count) {
    for (int i = 0; i < count; i += SPECIES.length()) {
      FloatVector u = atMost(BELL_END, load(x, i).abs());
      FloatVector high = u.add(SPLIT).sub(SPLIT);
      FloatVector t = high.mul(high).mul(0.25f);
      FloatVector rest = u.sub(high).mul(u.add(high)).mul(0.25f);
      FloatVector shifted = shifted(t);
      FloatVector k = shifted.sub(ROUND);
      FloatVector h = k.fma(all(HALF_LN2), t).add(k.fma(all(HALF_LN2_LOW), rest));
      FloatVector s = h.mul(h);
      FloatVector a = even(s);
      FloatVector b = odd(h, s);
      store(power(shifted).mul(a.sub(b)).div(a.add(b)), y, i);
    }
  }

  /** See {@link LaneMath#normal}. */
  static FloatVector normal(FloatVector x, FloatVector bell) {
    FloatVector u = atMost(BELL_END, x.abs());
    FloatVector p = u.fma(P4, P3);
    p = p.fma(u, all(P2));
    p = p.fma(u, all(P1));
    p = p.fma(u, all(P0));
    FloatVector q = u.fma(Q5, Q4);
    q = q.fma(u, all(Q3));
    q = q.fma(u, all(Q2));
    q = q.fma(u, all(Q1));
    q = q.fma(u, one());
    FloatVector tail = bell.mul(p).div(q);
    return one().sub(tail).blend(tail, x.compare(VectorOperators.LT, all(0)));
  }
}
