package org.basin.probe.paper;

import org.basin.linalg.Matrix;

/**
 * The state of a linear network at one step, as far as the bounds on it need it.
 *
 * @param step the number of updates since the bound's restart
 * @param time Σ η over those updates
 * @param weight w_e (inputs × 1)
 * @param bearing the direction of w_e relative to v
 */
record StudentState(long step, double time, Matrix weight, Bearing bearing) {

  double cosine() {
    return bearing.cosine();
  }

  double norm() {
    return bearing.norm();
  }
}
