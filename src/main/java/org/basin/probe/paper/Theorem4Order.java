package org.basin.probe.paper;

/**
 * Gradient descent with step sizes between two positive numbers converges faster than any
 * polynomial: for every k, 1 − cos θ(n) ≤ n^{−k} from some n on. Lin, Sun &amp; Zhang (2021),
 * Theorem 4. Names no constants, so what is recorded is the order reached, {@code order.theorem-4}:
 * the k with 1 − cos θ(n) = n^{−k}, n counted from the restart; it must grow without limit. NaN for
 * n &lt; 2.
 */
record Theorem4Order() implements Bound {

  @Override
  public void record(StudentState now, Margins margins) {
    margins.quantity("order.theorem-4", order(now));
  }

  private static double order(StudentState now) {
    if (now.step() < 2) {
      return Double.NaN;
    }
    // 1 − cos θ = 2t²/(1 + t²), t = tan(θ/2): nothing cancels near θ = 0.
    double square = Math.exp(2 * now.bearing().logTanHalf());
    return -Math.log(2 * square / (1 + square)) / Math.log((double) now.step());
  }
}
