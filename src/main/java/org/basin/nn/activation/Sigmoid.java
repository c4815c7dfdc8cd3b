package org.basin.nn.activation;

import java.util.List;
import java.util.Optional;
import org.basin.linalg.Matrix;
import org.basin.nn.Activation;
import org.basin.nn.ActivationFactory;
import org.basin.nn.ActivationForm;
import org.basin.settings.Key;
import org.basin.settings.Section;

/** σ(z) = 1 / (1 + e^{−z}), computed so that the exponential does not overflow. */
final class Sigmoid implements Activation {

  @Override
  public Optional<ActivationForm> form() {
    return Optional.of(new ActivationForm(ActivationForm.Kind.SIGMOID));
  }

  @Override
  public void apply(Matrix z, Matrix result) {
    double[] in = z.data();
    double[] out = result.data();
    for (int i = 0; i < in.length; i++) {
      out[i] = Sigmoid.of(in[i]);
    }
  }

  @Override
  public void multiplyByDerivative(Matrix z, Matrix a, Matrix gradient) {
    double[] out = a.data();
    double[] g = gradient.data();
    for (int i = 0; i < g.length; i++) {
      g[i] *= out[i] * (1 - out[i]);
    }
  }

  /** 1 / (1 + e^{−z}). */
  static double of(double z) {
    double small = Math.exp(-Math.abs(z));
    return z >= 0 ? 1 / (1 + small) : small / (1 + small);
  }

  static final class Factory implements ActivationFactory {

    @Override
    public String kind() {
      return "sigmoid";
    }

    @Override
    public String summary() {
      return "The logistic sigmoid: 1 / (1 + e^−z).";
    }

    @Override
    public List<Key> keys() {
      return List.of();
    }

    @Override
    public Activation create(Section section) {
      return new Sigmoid();
    }
  }
}
