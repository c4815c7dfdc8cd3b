package org.basin.nn.activation;

import java.util.List;
import java.util.Optional;
import org.basin.linalg.Matrix;
import org.basin.linalg.NormalDistribution;
import org.basin.nn.Activation;
import org.basin.nn.ActivationFactory;
import org.basin.nn.ActivationForm;
import org.basin.settings.Key;
import org.basin.settings.Section;

/**
 * σ(z) = z·Φ(z), Φ the standard normal distribution function. Hendrycks &amp; Gimpel (2016),
 * "Gaussian Error Linear Units"; PyTorch's {@code GELU}.
 */
final class Gelu implements Activation {

  @Override
  public Optional<ActivationForm> form() {
    return Optional.of(new ActivationForm(ActivationForm.Kind.GELU));
  }

  @Override
  public void apply(Matrix z, Matrix result) {
    double[] in = z.data();
    double[] out = result.data();
    for (int i = 0; i < in.length; i++) {
      out[i] = in[i] * NormalDistribution.cumulative(in[i]);
    }
  }

  @Override
  public void multiplyByDerivative(Matrix z, Matrix a, Matrix gradient) {
    double[] in = z.data();
    double[] g = gradient.data();
    for (int i = 0; i < g.length; i++) {
      g[i] *= NormalDistribution.cumulative(in[i]) + in[i] * NormalDistribution.density(in[i]);
    }
  }

  /**
   * σ(z) = z/2 · (1 + tanh(√(2/π)·(z + 0.044715 z³))), which is PyTorch's {@code
   * approximate="tanh"}.
   */
  private static final class Approximate implements Activation {

    private static final double SCALE = Math.sqrt(2 / Math.PI);
    private static final double CUBIC = 0.044715;

    @Override
    public Optional<ActivationForm> form() {
      return Optional.of(new ActivationForm(ActivationForm.Kind.GELU_BY_TANH));
    }

    @Override
    public void apply(Matrix z, Matrix result) {
      double[] in = z.data();
      double[] out = result.data();
      for (int i = 0; i < in.length; i++) {
        out[i] = in[i] / 2 * (1 + tanh(in[i]));
      }
    }

    @Override
    public void multiplyByDerivative(Matrix z, Matrix a, Matrix gradient) {
      double[] in = z.data();
      double[] g = gradient.data();
      for (int i = 0; i < g.length; i++) {
        double x = in[i];
        double t = tanh(x);
        double inner = SCALE * (1 + 3 * CUBIC * x * x);
        g[i] *= (1 + t) / 2 + x / 2 * (1 - t * t) * inner;
      }
    }

    private static double tanh(double x) {
      return Math.tanh(SCALE * (x + CUBIC * x * x * x));
    }
  }

  static final class Factory implements ActivationFactory {

    @Override
    public String kind() {
      return "gelu";
    }

    @Override
    public String summary() {
      return "GELU: z times the standard normal distribution function at z.";
    }

    @Override
    public List<Key> keys() {
      return List.of(
          Key.choice(
              "approximation",
              "how Φ is computed: exactly, or by tanh as in GPT-2 and BERT",
              "none",
              "tanh"));
    }

    @Override
    public Activation create(Section section) {
      return section.text("approximation").equals("tanh") ? new Approximate() : new Gelu();
    }
  }
}
