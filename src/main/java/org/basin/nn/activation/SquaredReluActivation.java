package org.basin.nn.activation;

import java.util.List;
import java.util.Optional;
import org.basin.linalg.Matrix;
import org.basin.nn.Activation;
import org.basin.nn.ActivationFactory;
import org.basin.nn.ActivationForm;
import org.basin.settings.Key;
import org.basin.settings.Section;

/** σ(z) = max(0, z)². */
final class SquaredReluActivation implements Activation {

  @Override
  public Optional<ActivationForm> form() {
    return Optional.of(new ActivationForm(ActivationForm.Kind.SQUARED_RELU));
  }

  @Override
  public void apply(Matrix z, Matrix result) {
    double[] in = z.data();
    double[] out = result.data();
    for (int i = 0; i < in.length; i++) {
      double positive = Math.max(0, in[i]); // Math.max keeps NaN.
      out[i] = positive * positive;
    }
  }

  @Override
  public void multiplyByDerivative(Matrix z, Matrix a, Matrix gradient) {
    double[] in = z.data();
    double[] g = gradient.data();
    for (int i = 0; i < g.length; i++) {
      g[i] *= 2 * Math.max(0, in[i]);
    }
  }

  static final class Factory implements ActivationFactory {

    @Override
    public String kind() {
      return "squared-relu";
    }

    @Override
    public String summary() {
      return "Squared ReLU: max(0, z)².";
    }

    @Override
    public List<Key> keys() {
      return List.of();
    }

    @Override
    public Activation create(Section section) {
      return new SquaredReluActivation();
    }
  }
}
