package org.basin.kernel.doubles.vector;

import static org.basin.kernel.doubles.LaneMath.*;
import static org.basin.kernel.doubles.vector.LaneTiles.load;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.basin.kernel.doubles.LaneArray;
import org.basin.kernel.doubles.LaneMath;

/**
 * Computes the functions of {@link LaneMath} for many numbers at once. Each function has its own
 * loop, because in a longer one the compiler stops inlining and allocates vectors as objects.
 *
 * <p>Each loop stores its result by {@code intoArray} itself. Near the end of the longest loops the
 * compiler no longer inlines a method of ours, and a vector that is passed to one becomes an
 * object.
 *
 * <p>All loops read {@code x} and write {@code y}, which may be the same array; {@code count} is a
 * multiple of the SIMD width.
 */
public final class VectorMath {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  private VectorMath() {}

  /** See {@link LaneMath#exp}. */
  public static void exp(LaneArray x, LaneArray y, int count) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector overflow = DoubleVector.broadcast(SPECIES, EXP_OVERFLOW);
    DoubleVector underflow = DoubleVector.broadcast(SPECIES, EXP_UNDERFLOW);
    double[] to = y.data();
    int at = y.at();
    for (int i = 0; i < count; i += SPECIES.length()) {
      DoubleVector v = load(x, i);
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
      DoubleVector result = e.blend(zero, v.compare(VectorOperators.LT, underflow));
      result.intoArray(to, at + i);
    }
  }

  /** Computes e⁻|ˣ| with {@link LaneMath#exp}. */
  public static void expOfMinusAbs(LaneArray x, LaneArray y, int count) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector underflow = DoubleVector.broadcast(SPECIES, EXP_UNDERFLOW);
    double[] to = y.data();
    int at = y.at();
    for (int i = 0; i < count; i += SPECIES.length()) {
      DoubleVector v = load(x, i).abs().neg();
      DoubleVector shifted = v.mul(LOG2_E).add(ROUND);
      DoubleVector power =
          shifted
              .reinterpretAsLongs()
              .add(BIAS)
              .lanewise(VectorOperators.LSHL, FRACTION_BITS)
              .reinterpretAsDoubles();
      DoubleVector e = reducedExpm1(v, shifted.sub(ROUND)).add(1).mul(power);
      DoubleVector result = e.blend(zero, v.compare(VectorOperators.LT, underflow));
      result.intoArray(to, at + i);
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
  public static void log1p(LaneArray x, LaneArray y, int count) {
    double[] to = y.data();
    int at = y.at();
    for (int i = 0; i < count; i += SPECIES.length()) {
      DoubleVector v = load(x, i);
      DoubleVector t = v.div(v.add(2));
      DoubleVector result = v.sub(t.mul(v.sub(artanhRest(t.mul(t)))));
      result.intoArray(to, at + i);
    }
  }

  private static DoubleVector artanhRest(DoubleVector u) {
    DoubleVector w = u.mul(u);
    DoubleVector p = u.mul(L7).add(L6).add(u.mul(L9).add(L8).mul(w));
    p = u.mul(L5).add(L4).add(p.mul(w));
    p = u.mul(L3).add(L2).add(p.mul(w));
    p = u.mul(L1).add(L0).add(p.mul(w));
    return p.mul(u);
  }

  private static DoubleVector one() {
    return all(1);
  }

  private static DoubleVector all(double x) {
    return DoubleVector.broadcast(SPECIES, x);
  }

  private static DoubleVector atMost(double end, DoubleVector x) {
    DoubleVector ends = all(end);
    return x.blend(ends, x.compare(VectorOperators.GT, ends)); // NaN stays.
  }

  private static DoubleVector shifted(DoubleVector t) {
    return t.fma(-TWO_LOG2_E, ROUND);
  }

  private static DoubleVector power(DoubleVector shifted) {
    return shifted
        .reinterpretAsLongs()
        .add(BIAS)
        .lanewise(VectorOperators.LSHL, FRACTION_BITS)
        .reinterpretAsDoubles();
  }

  private static DoubleVector even(DoubleVector s) {
    return s.fma(A2, A1).fma(s, one());
  }

  private static DoubleVector odd(DoubleVector h, DoubleVector s) {
    return h.mul(s).fma(s.fma(B2, B1), h);
  }

  /** See {@link LaneMath#sigmoid}. */
  public static void sigmoid(LaneArray x, LaneArray y, int count) {
    DoubleVector zero = all(0);
    double[] to = y.data();
    int at = y.at();
    for (int i = 0; i < count; i += SPECIES.length()) {
      DoubleVector v = load(x, i);
      DoubleVector t = atMost(HALF_EXP_END, v.abs().mul(0.5));
      DoubleVector shifted = shifted(t);
      DoubleVector k = shifted.sub(ROUND);
      DoubleVector h = k.fma(all(HALF_LN2_LOW), k.fma(all(HALF_LN2), t));
      DoubleVector s = h.mul(h);
      DoubleVector a = even(s);
      DoubleVector b = odd(h, s);
      DoubleVector small = power(shifted).mul(a.sub(b));
      DoubleVector sum = a.add(b);
      DoubleVector above = sum.blend(small, v.compare(VectorOperators.LT, zero));
      DoubleVector result = above.div(sum.add(small));
      result.intoArray(to, at + i);
    }
  }

  /** Computes {@link LaneMath#softplus} from its sigmoids. */
  public static void softplus(LaneArray x, LaneArray sigmoids, LaneArray y, int count) {
    DoubleVector zero = all(0);
    double[] to = y.data();
    int at = y.at();
    for (int i = 0; i < count; i += SPECIES.length()) {
      DoubleVector v = load(x, i);
      DoubleVector q = load(sigmoids, i);
      q = one().sub(q).blend(q, v.compare(VectorOperators.LT, zero));
      DoubleVector t = q.div(all(2).sub(q));
      DoubleVector log = q.add(t.mul(q.add(artanhRest(t.mul(t)))));
      DoubleVector result = v.add(log).blend(log, v.compare(VectorOperators.LE, zero));
      result.intoArray(to, at + i);
    }
  }

  /** See {@link LaneMath#expm1OfMinusAbs}. */
  static DoubleVector expm1OfMinusAbs(DoubleVector x) {
    DoubleVector t = atMost(TANH_END, x.abs().mul(0.5));
    DoubleVector shifted = shifted(t);
    DoubleVector h = shifted.sub(ROUND).fma(all(HALF_LN2), t);
    DoubleVector power = power(shifted);
    DoubleVector s = h.mul(h);
    DoubleVector a = even(s);
    DoubleVector b = odd(h, s);
    return power.sub(1).fma(a, power.add(1).neg().mul(b)).div(a.add(b));
  }

  /** See {@link LaneMath#tanh}. */
  public static void tanh(LaneArray x, LaneArray y, int count) {
    double[] to = y.data();
    int at = y.at();
    for (int i = 0; i < count; i += SPECIES.length()) {
      DoubleVector v = load(x, i);
      DoubleVector t = atMost(TANH_END, v.abs());
      DoubleVector shifted = shifted(t);
      DoubleVector h = shifted.sub(ROUND).fma(all(HALF_LN2), t);
      DoubleVector power = power(shifted);
      DoubleVector s = h.mul(h);
      DoubleVector a = even(s);
      DoubleVector b = odd(h, s);
      DoubleVector less = one().sub(power);
      DoubleVector more = power.add(1);
      DoubleVector size = less.fma(a, more.mul(b)).div(more.fma(a, less.mul(b)));
      LongVector sign = v.reinterpretAsLongs().and(Long.MIN_VALUE);
      DoubleVector result = size.reinterpretAsLongs().or(sign).reinterpretAsDoubles();
      result.intoArray(to, at + i);
    }
  }

  /** See {@link LaneMath#bell}. */
  public static void bell(LaneArray x, LaneArray y, int count) {
    double[] to = y.data();
    int at = y.at();
    for (int i = 0; i < count; i += SPECIES.length()) {
      DoubleVector u = atMost(BELL_END, load(x, i).abs());
      DoubleVector high = u.add(SPLIT).sub(SPLIT);
      DoubleVector t = high.mul(high).mul(0.25);
      DoubleVector rest = u.sub(high).mul(u.add(high)).mul(0.25);
      DoubleVector shifted = shifted(t);
      DoubleVector k = shifted.sub(ROUND);
      DoubleVector h = k.fma(all(HALF_LN2), t).add(k.fma(all(HALF_LN2_LOW), rest));
      DoubleVector s = h.mul(h);
      DoubleVector a = even(s);
      DoubleVector b = odd(h, s);
      DoubleVector result = power(shifted).mul(a.sub(b)).div(a.add(b));
      result.intoArray(to, at + i);
    }
  }

  /** See {@link LaneMath#normal}. */
  static DoubleVector normal(DoubleVector x, DoubleVector bell) {
    DoubleVector u = atMost(BELL_END, x.abs());
    DoubleVector p = u.fma(P10, P9);
    p = p.fma(u, all(P8));
    p = p.fma(u, all(P7));
    p = p.fma(u, all(P6));
    p = p.fma(u, all(P5));
    p = p.fma(u, all(P4));
    p = p.fma(u, all(P3));
    p = p.fma(u, all(P2));
    p = p.fma(u, all(P1));
    p = p.fma(u, all(P0));
    DoubleVector q = u.fma(Q11, Q10);
    q = q.fma(u, all(Q9));
    q = q.fma(u, all(Q8));
    q = q.fma(u, all(Q7));
    q = q.fma(u, all(Q6));
    q = q.fma(u, all(Q5));
    q = q.fma(u, all(Q4));
    q = q.fma(u, all(Q3));
    q = q.fma(u, all(Q2));
    q = q.fma(u, all(Q1));
    q = q.fma(u, one());
    DoubleVector tail = bell.mul(p).div(q);
    return one().sub(tail).blend(tail, x.compare(VectorOperators.LT, all(0)));
  }
}
