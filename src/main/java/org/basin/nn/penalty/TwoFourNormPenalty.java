package org.basin.nn.penalty;

import org.basin.linalg.Matrix;

/**
 * {@code two-four-norm}: λ‖W‖⁴_{2,4} = λ Σ ‖wᵢ‖₂⁴ over the rows wᵢ of a tensor, where a row holds a
 * neuron's weights. The gradient of row i is 4λ‖wᵢ‖²wᵢ. Allen-Zhu, Li &amp; Liang (2019), Section
 * 4.
 */
final class TwoFourNormPenalty extends TensorPenalty {

  @Override
  public String kind() {
    return "two-four-norm";
  }

  @Override
  public String summary() {
    return "λΣ‖wᵢ‖⁴ over the rows of the tensors, which are the neurons' weights.";
  }

  @Override
  double value(Matrix w) {
    double sum = 0;
    for (double square : squares(w)) {
      sum += square * square;
    }
    return sum;
  }

  @Override
  void addGradient(double strength, Matrix w, Matrix gradient) {
    double[] squares = squares(w);
    double[] x = w.data();
    double[] g = gradient.data();
    for (int i = 0, c = 0; c < w.columns(); c++) {
      for (int r = 0; r < squares.length; r++, i++) {
        g[i] += 4 * strength * squares[r] * x[i];
      }
    }
  }

  /** ‖wᵢ‖² of each row. */
  private static double[] squares(Matrix w) {
    double[] squares = new double[w.rows()];
    double[] x = w.data();
    for (int i = 0, c = 0; c < w.columns(); c++) {
      for (int r = 0; r < squares.length; r++, i++) {
        squares[r] += x[i] * x[i];
      }
    }
    return squares;
  }
}
