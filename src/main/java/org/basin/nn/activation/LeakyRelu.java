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

/** σ(z) = z for z &gt; 0, else αz; σ′(0) = α. PyTorch's {@code LeakyReLU}. */
final class LeakyRelu implements Activation {

  private final double slope;

  LeakyRelu(double slope) {
    this.slope = slope;
  }

  @Override
  public Optional<ActivationForm> form() {
    return Optional.of(new ActivationForm(ActivationForm.Kind.LEAKY_RELU, slope));
  }

  @Override
  public void apply(Matrix z, Matrix result) {
    double[] in = z.data();
    double[] out = result.data();
    for (int i = 0; i < in.length; i++) {
      out[i] = in[i] > 0 ? in[i] : slope * in[i];
    }
  }

  @Override
  public void multiplyByDerivative(Matrix z, Matrix a, Matrix gradient) {
    double[] in = z.data();
    double[] g = gradient.data();
    for (int i = 0; i < in.length; i++) {
      g[i] *= in[i] > 0 ? 1 : slope;
    }
  }

  @Override
  public boolean isHomogeneous() {
    return true;
  }

  static final class Factory implements ActivationFactory {

    @Override
    public String kind() {
      return "leaky-relu";
    }

    @Override
    public String summary() {
      return "Leaky ReLU: z for z > 0, otherwise αz.";
    }

    @Override
    public List<Key> keys() {
      return List.of(Key.real("slope", Range.ANY, "α, the derivative for z ≤ 0"));
    }

    @Override
    public Activation create(Section section) {
      return new LeakyRelu(section.real("slope"));
    }
  }
}
