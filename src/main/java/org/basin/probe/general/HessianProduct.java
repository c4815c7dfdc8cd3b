package org.basin.probe.general;

import org.basin.nn.Objective;
import org.basin.nn.Parameters;

/**
 * Computes products of a loss's Hessian with directions of the trained tensors by central
 * differences of the gradient: (∇L(w + hu) − ∇L(w − hu)) / 2h for the unit vector u. With h =
 * ε^⅓·max(1, ‖w‖), truncation and rounding errors are both about ε^⅔ = 4e-11 of the gradient's
 * scale; a quadratic loss has only rounding errors. Kinks of the loss (ReLU) within the distance h
 * count as curvature.
 */
final class HessianProduct {

  private final Objective loss;
  private final Parameters around;
  private final Parameters above;
  private final Parameters below;
  private final double h;

  HessianProduct(Objective loss, Parameters parameters) {
    this.loss = loss;
    this.around = parameters.copy();
    this.above = new Parameters(parameters.shapes());
    this.below = new Parameters(parameters.shapes());
    this.h = Math.cbrt(Math.ulp(1.0)) * Math.max(1, parameters.trainedNorm());
  }

  /** The number of elements of a direction, which is that of all trained tensors. */
  static int size(Parameters parameters) {
    int size = 0;
    for (int t = 0; t < parameters.count(); t++) {
      size += parameters.isTrained(t) ? parameters.get(t).data().length : 0;
    }
    return size;
  }

  /**
   * Computes H·u.
   *
   * @param unit u, of norm 1: the trained tensors one after another; not modified
   * @param product overwritten
   */
  void multiply(double[] unit, double[] product) {
    move(unit, h);
    loss.gradient(around, above);
    move(unit, -2 * h);
    loss.gradient(around, below);
    move(unit, h);
    for (int t = 0, i = 0; t < around.count(); t++) {
      if (around.isTrained(t)) {
        double[] up = above.get(t).data();
        double[] down = below.get(t).data();
        for (int k = 0; k < up.length; k++, i++) {
          product[i] = (up[k] - down[k]) / (2 * h);
        }
      }
    }
  }

  /** Moves w ← w + a·u. Moving there and back leaves a rounding error far below h. */
  private void move(double[] unit, double a) {
    for (int t = 0, i = 0; t < around.count(); t++) {
      if (around.isTrained(t)) {
        double[] w = around.get(t).data();
        for (int k = 0; k < w.length; k++, i++) {
          w[k] += a * unit[i];
        }
      }
    }
  }
}
