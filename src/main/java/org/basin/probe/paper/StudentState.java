package org.basin.probe.paper;

import org.basin.linalg.Matrix;

/**
 * A linear network at one step, as the bounds on it see it.
 *
 * @param step updates since the bound's restart
 * @param time Σ η over those updates
 * @param weight w_e, (inputs × 1)
 * @param bearing of w_e against v
 */
record StudentState(long step, double time, Matrix weight, Bearing bearing) {

  double cosine() {
    return bearing.cosine();
  }

  double norm() {
    return bearing.norm();
  }
}
