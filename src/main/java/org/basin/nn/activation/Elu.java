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
 * σ(z) = z for z &gt; 0, else α(e^z − 1); σ′(0) = α. Clevert, Unterthiner &amp; Hochreiter (2016);
 * PyTorch's {@code ELU}.
 */
final class Elu implements Activation {

  private final double scale;

  Elu(double scale) {
    this.scale = scale;
  }

  @Override
  public Optional<ActivationForm> form() {
    return Optional.of(new ActivationForm(ActivationForm.Kind.ELU, scale));
  }

  @Override
  public void apply(Matrix z, Matrix result) {
    double[] in = z.data();
    double[] out = result.data();
    for (int i = 0; i < in.length; i++) {
      out[i] = in[i] > 0 ? in[i] : scale * Math.expm1(in[i]);
    }
  }

  @Override
  public void multiplyByDerivative(Matrix z, Matrix a, Matrix gradient) {
    double[] in = z.data();
    double[] g = gradient.data();
    for (int i = 0; i < g.length; i++) {
      g[i] *= in[i] > 0 ? 1 : scale * Math.exp(in[i]);
    }
  }

  static final class Factory implements ActivationFactory {

    @Override
    public String kind() {
      return "elu";
    }

    @Override
    public String summary() {
      return "ELU: z for z > 0, otherwise α(e^z − 1).";
    }

    @Override
    public List<Key> keys() {
      return List.of(
          Key.real("scale", Range.ANY, "α; the value approaches -α for very negative z"));
    }

    @Override
    public Activation create(Section section) {
      return new Elu(section.real("scale"));
    }
  }
}
