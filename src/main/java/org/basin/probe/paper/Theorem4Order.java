package org.basin.probe.paper;

/**
 * Gradient descent with step sizes between two positive numbers converges faster than any
 * polynomial: for every k, 1 − cos θ(n) ≤ n^{−k} for all sufficiently large n. Lin, Sun &amp; Zhang
 * (2021), Theorem 4. The theorem gives no constants. So {@code order.theorem-4} records the order
 * reached, the k with 1 − cos θ(n) = n^{−k}, where n is counted from the restart. It must grow
 * without limit. It is NaN for n &lt; 2.
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
    // 1 − cos θ = 2t²/(1 + t²), with t = tan(θ/2), has no cancellation near θ = 0.
    double square = Math.exp(2 * now.bearing().logTanHalf());
    return -Math.log(2 * square / (1 + square)) / Math.log((double) now.step());
  }
}
