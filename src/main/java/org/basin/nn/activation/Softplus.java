package org.basin.nn.activation;

import java.util.List;
import java.util.Optional;
import org.basin.linalg.Matrix;
import org.basin.nn.Activation;
import org.basin.nn.ActivationFactory;
import org.basin.nn.ActivationForm;
import org.basin.settings.Key;
import org.basin.settings.Section;

/**
 * σ(z) = ln(1 + e^z) = max(0, z) + ln(1 + e^{−|z|}); unlike here, PyTorch returns z itself for z
 * &gt; 20.
 */
final class Softplus implements Activation {

  @Override
  public Optional<ActivationForm> form() {
    return Optional.of(new ActivationForm(ActivationForm.Kind.SOFTPLUS));
  }

  @Override
  public void apply(Matrix z, Matrix result) {
    double[] in = z.data();
    double[] out = result.data();
    for (int i = 0; i < in.length; i++) {
      out[i] = Math.max(0, in[i]) + Math.log1p(Math.exp(-Math.abs(in[i])));
    }
  }

  @Override
  public void multiplyByDerivative(Matrix z, Matrix a, Matrix gradient) {
    double[] in = z.data();
    double[] g = gradient.data();
    for (int i = 0; i < g.length; i++) {
      g[i] *= Sigmoid.of(in[i]);
    }
  }

  static final class Factory implements ActivationFactory {

    @Override
    public String kind() {
      return "softplus";
    }

    @Override
    public String summary() {
      return "Softplus: ln(1 + e^z).";
    }

    @Override
    public List<Key> keys() {
      return List.of();
    }

    @Override
    public Activation create(Section section) {
      return new Softplus();
    }
  }
}
