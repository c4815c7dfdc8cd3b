package org.basin.probe.paper;

/**
 * The bound on the gradient flow of one layer. Lin, Sun &amp; Zhang (2021), Theorem 1:
 *
 * <p>for t ≤ T, cos θ ≥ 1 − 2/(e^{A₁t+B₁}+1), A₁ = 2c₀/(π‖w(0)‖), B₁ = −2 ln tan(θ(0)/2);
 *
 * <p>for t ≥ T, cos θ ≥ 1 − 2/(e^{A₂√(t−T+C₂)+B₂}+1), A₂ = 4c₀/(√0.6·π), B₂ = −2 ln tan(θ(T)/2) −
 * 4c₀‖w(T)‖/(0.6π), C₂ = ‖w(T)‖²/0.6.
 */
final class Theorem1Bound implements Bound {

  private final double radius;
  private final double rate;
  private final double offset;
  private StudentState turn;

  Theorem1Bound(double radius, StudentState start) {
    this.radius = radius;
    this.rate = 2 * radius / (Math.PI * start.norm());
    this.offset = -2 * start.bearing().logTanHalf();
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
    double exponent = turn == null ? rate * now.time() + offset : afterTurn(now.time());
    margins.atLeast("theorem-1", now.cosine(), Bound.cosine(exponent));
  }

  private double afterTurn(double time) {
    double a2 = 4 * radius / (Math.sqrt(0.6) * Math.PI);
    double b2 = -2 * turn.bearing().logTanHalf() - 4 * radius * turn.norm() / (0.6 * Math.PI);
    double c2 = turn.norm() * turn.norm() / 0.6;
    return a2 * Math.sqrt(time - turn.time() + c2) + b2;
  }
}
