package org.basin.nn.activation;

import java.util.List;
import java.util.Optional;
import org.basin.linalg.Matrix;
import org.basin.nn.Activation;
import org.basin.nn.ActivationFactory;
import org.basin.nn.ActivationForm;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * σ(z) = max(0, z). The derivative at 0 is a setting: 0 in PyTorch, 1 in Allen-Zhu, Li &amp; Liang
 * (2019).
 */
final class Relu implements Activation {

  private final double derivativeAtZero;

  Relu(double derivativeAtZero) {
    this.derivativeAtZero = derivativeAtZero;
  }

  @Override
  public Optional<ActivationForm> form() {
    return Optional.of(new ActivationForm(ActivationForm.Kind.RELU, derivativeAtZero));
  }

  @Override
  public void apply(Matrix z, Matrix result) {
    double[] in = z.data();
    double[] out = result.data();
    for (int i = 0; i < in.length; i++) {
      out[i] = Math.max(0, in[i]); // Math.max keeps NaN.
    }
  }

  @Override
  public void multiplyByDerivative(Matrix z, Matrix a, Matrix gradient) {
    double[] in = z.data();
    double[] g = gradient.data();
    for (int i = 0; i < in.length; i++) {
      double slope = in[i] > 0 ? 1 : in[i] == 0 ? derivativeAtZero : 0;
      g[i] *= slope;
    }
  }

  @Override
  public boolean isHomogeneous() {
    return true;
  }

  static final class Factory implements ActivationFactory {

    @Override
    public String kind() {
      return "relu";
    }

    @Override
    public String summary() {
      return "ReLU: max(0, z).";
    }

    @Override
    public List<Key> keys() {
      return List.of(Key.real("derivative-at-zero", Range.closed(0, 1), "σ′(0)"));
    }

    @Override
    public Activation create(Section section) {
      return new Relu(section.real("derivative-at-zero"));
    }
  }
}
