package org.basin.probe.paper;

/**
 * The bounds on the norm along the gradient flow of N &gt; 2 layers. Lin, Sun &amp; Zhang (2021),
 * Lemma 4: (‖w_e(0)‖^{2/N} + 0.6t)^{N/2} ≥ ‖w_e(t)‖ ≥ (‖w_e(0)‖^{2/N−1} + (N−2)c₀t)^{−N/(N−2)}.
 * They are recorded as {@code lemma-4-upper} and {@code lemma-4}, in the unit of the weights.
 */
record Lemma4Bound(double radius, int depth, StudentState start) implements Bound {

  @Override
  public void record(StudentState now, Margins margins) {
    double n = depth;
    double lowest =
        Math.pow(Math.pow(start.norm(), 2 / n - 1) + (n - 2) * radius * now.time(), -n / (n - 2));
    double highest = Math.pow(Math.pow(start.norm(), 2 / n) + 0.6 * now.time(), n / 2);
    margins.atLeast("lemma-4", now.norm(), lowest);
    margins.atMost("lemma-4-upper", now.norm(), highest);
  }
}
