package org.basin.probe.paper;

import org.basin.linalg.Matrix;

/**
 * The bounds on gradient descent with one layer and any step sizes: cos θ(n) ≥ 1 − (1−cos
 * θ(0))e^{−B·S_n}, S_n = Σ_{k&lt;n} η_k/√(A + Σ_{i≤k}(η_i² + Cη_i)), A = ‖w(0)‖²/c₀². Lin, Sun
 * &amp; Zhang (2021).
 *
 * <p>Theorem 2: B = (1+cos θ(0))/π, C = 0, as long as cos θ &lt; 0. Theorem 3: B = δ(1+cos
 * θ(0))/((1+δ)π), C = 0.6/c₀², as long as every step has ‖w(n+1)‖ + w̄(n)ᵀw(n+1) ≥ (1+δ)c₀η_n cos
 * θ(n)/π. A bound is NaN from the first step that violates its condition.
 */
final class DescentBound implements Bound {

  private final String name;
  private final double radius;
  private final double delta;
  private final double rate;
  private final double drift;
  private final StudentState start;
  private double square;
  private double sum;
  private boolean holds;

  private DescentBound(String name, double radius, double delta, double drift, StudentState start) {
    this.name = name;
    this.radius = radius;
    this.delta = delta;
    this.drift = drift;
    this.start = start;
    double share = isSecond() ? 1 : delta / (1 + delta);
    this.rate = share * (1 + start.cosine()) / Math.PI;
    this.square = start.norm() * start.norm() / (radius * radius);
    this.holds = !isSecond() || start.cosine() < 0;
  }

  static DescentBound theorem2(double radius, StudentState start) {
    return new DescentBound("theorem-2", radius, Double.NaN, 0, start);
  }

  static DescentBound theorem3(double radius, double delta, StudentState start) {
    return new DescentBound("theorem-3", radius, delta, 0.6 / (radius * radius), start);
  }

  private boolean isSecond() {
    return Double.isNaN(delta);
  }

  @Override
  public boolean followsSteps() {
    return true;
  }

  @Override
  public void advance(StudentState before, StudentState now, double stepSize) {
    square += stepSize * stepSize + drift * stepSize;
    sum += stepSize / Math.sqrt(square);
    holds &= isSecond() ? now.cosine() < 0 : isSmooth(before, now, stepSize);
  }

  /** Whether one step satisfies Theorem 3's condition. */
  private boolean isSmooth(StudentState before, StudentState now, double stepSize) {
    double needed = (1 + delta) * radius * stepSize * before.cosine() / Math.PI;
    return now.norm() + inner(before.weight(), now.weight()) / before.norm() >= needed;
  }

  private static double inner(Matrix a, Matrix b) {
    double sum = 0;
    for (int i = 0; i < a.data().length; i++) {
      sum += a.data()[i] * b.data()[i];
    }
    return sum;
  }

  @Override
  public void record(StudentState now, Margins margins) {
    double bound = 1 - (1 - start.cosine()) * Math.exp(-rate * sum);
    margins.atLeast(name, now.cosine(), holds ? bound : Double.NaN);
  }
}
