package org.basin.nn.penalty;

import org.basin.linalg.Matrix;
import org.basin.linalg.Norms;

/**
 * {@code frobenius}: λ‖W‖_F², with gradient 2λW. PyTorch's weight decay λ is this penalty with λ/2.
 */
final class FrobeniusPenalty extends TensorPenalty {

  @Override
  public String kind() {
    return "frobenius";
  }

  @Override
  public String summary() {
    return "λ‖W‖², the squared Frobenius norm of the tensors.";
  }

  @Override
  double value(Matrix w) {
    double norm = Norms.of(w.data());
    return norm * norm;
  }

  @Override
  void addGradient(double strength, Matrix w, Matrix gradient) {
    double[] x = w.data();
    double[] g = gradient.data();
    for (int i = 0; i < x.length; i++) {
      g[i] += 2 * strength * x[i];
    }
  }
}
