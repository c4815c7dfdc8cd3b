package org.basin.probe.paper;

/**
 * The bounds on the gradient flow of N &gt; 2 layers. Lin, Sun &amp; Zhang (2021), Theorem 5:
 *
 * <p>for t ≤ T, cos θ ≥ 1 − 2/(C₁(A₁t/B₁+1)^α+1), A₁ = (N−2)c₀, B₁ = ‖w_e(0)‖^{2/N−1}, C₁ = (1+cos
 * θ₀)/(1−cos θ₀), α = 2/(π(N−2));
 *
 * <p>for t ≥ T, cos θ ≥ 1 − 2/(e^{A₂(t−T)+B₂}+1), A₂ = 2c₀‖w_e(T)‖^{1−2/N}/π, B₂ = −2 ln
 * tan(θ(T)/2);
 *
 * <p>at all times ({@code theorem-5-upper}), cos θ ≤ 1 − 2/(e^{F[(0.6t+D)^{N/2}−D^{N/2}]+E}+1), D =
 * ‖w_e(0)‖^{2/N}, E = −2 ln tan(θ₀/2), F = 4c₀/(0.6Nπ).
 *
 * <p>The submission prints α = 2c₀/π, which its own run with N = 4 violates, and the exponent 2−2/N
 * in A₂; the setting {@code printed} chooses these constants.
 */
final class Theorem5Bound implements Bound {

  private final double radius;
  private final int depth;
  private final boolean printed;
  private final StudentState start;
  private StudentState turn;

  Theorem5Bound(double radius, int depth, boolean printed, StudentState start) {
    this.radius = radius;
    this.depth = depth;
    this.printed = printed;
    this.start = start;
  }

  @Override
  public boolean needsTurn() {
    return true;
  }

  @Override
  public void turn(StudentState now) {
    turn = now;
  }

  @Override
  public void record(StudentState now, Margins margins) {
    double lower = turn == null ? beforeTurn(now.time()) : afterTurn(now.time());
    margins.atLeast("theorem-5", now.cosine(), lower);
    margins.atMost("theorem-5-upper", now.cosine(), upper(now.time()));
  }

  private double beforeTurn(double time) {
    double alpha = printed ? 2 * radius / Math.PI : 2 / (Math.PI * (depth - 2));
    double a1 = (depth - 2) * radius;
    double b1 = Math.pow(start.norm(), 2.0 / depth - 1);
    double c1 = Math.exp(-2 * start.bearing().logTanHalf());
    return 1 - 2 / (c1 * Math.pow(a1 * time / b1 + 1, alpha) + 1);
  }

  private double afterTurn(double time) {
    double exponent = (printed ? 2 : 1) - 2.0 / depth;
    double a2 = 2 * radius * Math.pow(turn.norm(), exponent) / Math.PI;
    return Bound.cosine(a2 * (time - turn.time()) - 2 * turn.bearing().logTanHalf());
  }

  private double upper(double time) {
    double half = depth / 2.0;
    double d = Math.pow(start.norm(), 2.0 / depth);
    double f = 4 * radius / (0.6 * depth * Math.PI);
    double grown = Math.pow(0.6 * time + d, half) - Math.pow(d, half);
    return Bound.cosine(f * grown - 2 * start.bearing().logTanHalf());
  }
}
