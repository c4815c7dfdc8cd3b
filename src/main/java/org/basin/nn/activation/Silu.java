package org.basin.nn.activation;

import java.util.List;
import java.util.Optional;
import org.basin.linalg.Matrix;
import org.basin.nn.Activation;
import org.basin.nn.ActivationFactory;
import org.basin.nn.ActivationForm;
import org.basin.settings.Key;
import org.basin.settings.Section;

/** σ(z) = z / (1 + e^{−z}), also called swish. PyTorch's {@code SiLU}. */
final class Silu implements Activation {

  @Override
  public Optional<ActivationForm> form() {
    return Optional.of(new ActivationForm(ActivationForm.Kind.SILU));
  }

  @Override
  public void apply(Matrix z, Matrix result) {
    double[] in = z.data();
    double[] out = result.data();
    for (int i = 0; i < in.length; i++) {
      out[i] = in[i] * Sigmoid.of(in[i]);
    }
  }

  @Override
  public void multiplyByDerivative(Matrix z, Matrix a, Matrix gradient) {
    double[] in = z.data();
    double[] g = gradient.data();
    for (int i = 0; i < g.length; i++) {
      double s = Sigmoid.of(in[i]);
      g[i] *= s * (1 + in[i] * (1 - s));
    }
  }

  static final class Factory implements ActivationFactory {

    @Override
    public String kind() {
      return "silu";
    }

    @Override
    public String summary() {
      return "SiLU, also called swish: z / (1 + e^−z).";
    }

    @Override
    public List<Key> keys() {
      return List.of();
    }

    @Override
    public Activation create(Section section) {
      return new Silu();
    }
  }
}
