package org.basin.nn.activation;

import java.util.List;
import java.util.Optional;
import org.basin.linalg.Matrix;
import org.basin.nn.Activation;
import org.basin.nn.ActivationFactory;
import org.basin.nn.ActivationForm;
import org.basin.settings.Key;
import org.basin.settings.Section;

/** σ(z) = tanh z. {@code Math.tanh} differs in its last bits between JDK 17 and 25. */
final class Tanh implements Activation {

  @Override
  public Optional<ActivationForm> form() {
    return Optional.of(new ActivationForm(ActivationForm.Kind.TANH));
  }

  @Override
  public void apply(Matrix z, Matrix result) {
    double[] in = z.data();
    double[] out = result.data();
    for (int i = 0; i < in.length; i++) {
      out[i] = Math.tanh(in[i]);
    }
  }

  @Override
  public void multiplyByDerivative(Matrix z, Matrix a, Matrix gradient) {
    double[] out = a.data();
    double[] g = gradient.data();
    for (int i = 0; i < g.length; i++) {
      g[i] *= 1 - out[i] * out[i];
    }
  }

  static final class Factory implements ActivationFactory {

    @Override
    public String kind() {
      return "tanh";
    }

    @Override
    public String summary() {
      return "The hyperbolic tangent: tanh z.";
    }

    @Override
    public List<Key> keys() {
      return List.of();
    }

    @Override
    public Activation create(Section section) {
      return new Tanh();
    }
  }
}
