package org.basin.probe.paper;

import org.basin.linalg.Matrix;

/**
 * The direction of an effective weight w relative to a unit vector v, as its coordinates in the
 * plane of both. Its angle is accurate near 0° and 180°, where the cosine is not.
 *
 * @param along vᵀw
 * @param across ‖w − (vᵀw)v‖, ≥ 0
 * @param norm ‖w‖
 */
record Bearing(double along, double across, double norm) {

  /**
   * @param w (inputs × 1); not modified
   * @param v (inputs × 1), of norm 1; not modified
   */
  static Bearing of(Matrix w, Matrix v) {
    double[] x = w.data();
    double[] e = v.data();
    double along = 0;
    double square = 0;
    for (int i = 0; i < x.length; i++) {
      along += e[i] * x[i];
      square += x[i] * x[i];
    }
    double across = 0;
    for (int i = 0; i < x.length; i++) {
      double part = x[i] - along * e[i];
      across += part * part;
    }
    return new Bearing(along, Math.sqrt(across), Math.sqrt(square));
  }

  /** The angle θ between w and v, in [0, π] radians; 0 for w = 0. */
  double theta() {
    return Math.atan2(across, along);
  }

  /** The angle θ in degrees, in [0, 180]. */
  double degrees() {
    return Math.toDegrees(theta());
  }

  /** cos θ; NaN for w = 0. */
  double cosine() {
    return along / norm;
  }

  /** ln tan(θ/2): −∞ at θ = 0, ∞ at 180°; NaN for w = 0. */
  double logTanHalf() {
    // tan(θ/2) = sin θ / (1 + cos θ) = (1 − cos θ) / sin θ; each form is used where it has no
    // cancellation.
    return along >= 0 ? Math.log(across / (norm + along)) : Math.log((norm - along) / across);
  }
}
