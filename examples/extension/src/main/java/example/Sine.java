package example;

import java.util.List;
import org.basin.linalg.Matrix;
import org.basin.nn.Activation;
import org.basin.nn.ActivationFactory;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * σ(z) = sin(ωz). Sitzmann et al. (2020), "Implicit Neural Representations with Periodic Activation
 * Functions".
 *
 * @param frequency ω
 */
public record Sine(double frequency) implements Activation {

  @Override
  public void apply(Matrix z, Matrix result) {
    double[] in = z.data();
    double[] out = result.data();
    for (int i = 0; i < in.length; i++) {
      out[i] = Math.sin(frequency * in[i]);
    }
  }

  @Override
  public void multiplyByDerivative(Matrix z, Matrix a, Matrix gradient) {
    double[] in = z.data();
    double[] g = gradient.data();
    for (int i = 0; i < g.length; i++) {
      g[i] *= frequency * Math.cos(frequency * in[i]);
    }
  }

  /** {@code sine}. */
  public static final class Factory implements ActivationFactory {

    @Override
    public String kind() {
      return "sine";
    }

    @Override
    public String summary() {
      return "The sine: sin(ωz).";
    }

    @Override
    public List<Key> keys() {
      return List.of(Key.real("frequency", Range.POSITIVE, "ω"));
    }

    @Override
    public Activation create(Section section) {
      return new Sine(section.real("frequency"));
    }
  }
}
