package org.basin.probe.general;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.basin.data.Data;
import org.basin.linalg.Lanczos;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Objective;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.probe.ModelWork;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeCost;
import org.basin.probe.ProbeFactory;
import org.basin.probe.TrialView;
import org.basin.probe.WholeLoss;
import org.basin.settings.Key;
import org.basin.settings.RandomStreams;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * {@code sharpness}: the largest eigenvalue (largest in value, not in magnitude) of the Hessian of
 * the whole loss with respect to the trained parameters. Cohen et al. (2021), "Gradient Descent on
 * Neural Networks Typically Occurs at the Edge of Stability", compare it with 2/η. It is computed
 * by {@link Lanczos} from {@link HessianProduct}s, each of which takes two passes over the data.
 * The start vector is the same in every trial and at every step.
 *
 * <ul>
 *   <li>{@code sharpness}: the largest Ritz value; NaN if a gradient is not finite
 *   <li>{@code sharpness-error}: the residual of its vector. An eigenvalue lies within this
 *       distance; it is the largest one unless the start vector happens to be orthogonal to its
 *       eigenvector
 * </ul>
 */
final class SharpnessProbe implements ProbeFactory {

  /** About how many Hessian products it takes with the default tolerance, in training. */
  private static final double USUAL = 14;

  /** About how many vectors as long as the parameters Lanczos's method and a product keep. */
  private static final double MEMORY = 8;

  @Override
  public String kind() {
    return "sharpness";
  }

  @Override
  public String summary() {
    return "The largest eigenvalue of the Hessian of the whole loss by the trained parameters.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "sharpness",
            "loss/weights²",
            Range.ANY,
            "λ_max(∇²L), the largest Ritz value; NaN where a gradient is not finite; unreliable"
                + " where a ReLU neuron rests at its kink, as no Hessian exists there"),
        Observable.scalar(
            "sharpness-error",
            "loss/weights²",
            Range.NON_NEGATIVE,
            "‖∇²L u − λu‖, the residual of its vector"));
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.real(
            "tolerance",
            Range.POSITIVE,
            "error at which the method stops, as a fraction of the value"),
        Key.integer("max-iterations", Range.closed(1, 1000), "max number of Hessian products"));
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    Objective whole = WholeLoss.of(model, data, loss);
    if (whole == null) {
      throw new SpecException(
          section.path(),
          "is sharpness, which needs a loss over all examples, but it is not known here");
    }
    return new Sharpness(
        whole,
        section.real("tolerance"),
        section.integer("max-iterations"),
        MEMORY * Shape.size(model.shapes()));
  }

  private record Sharpness(Objective loss, double tolerance, int most, double memory)
      implements Probe {

    @Override
    public List<String> scalars() {
      return List.of("sharpness", "sharpness-error");
    }

    @Override
    public ProbeCost cost() {
      double products = Math.min(Math.min(USUAL, most), memory / MEMORY);
      return ProbeCost.ofLook(
          ModelWork.NONE.andGradients(2 * products).andElements(products * 2 * memory));
    }

    @Override
    public void observe(TrialView view, Recorder recorder) {
      Lanczos.Eigenvalue largest = largest(view.parameters());
      recorder.record("sharpness", largest.value());
      recorder.record("sharpness-error", largest.error());
    }

    private Lanczos.Eigenvalue largest(Parameters parameters) {
      int size = HessianProduct.size(parameters);
      if (size == 0 || !Double.isFinite(parameters.trainedNorm())) {
        return new Lanczos.Eigenvalue(Double.NaN, Double.NaN);
      }
      HessianProduct hessian = new HessianProduct(loss, parameters);
      return Lanczos.largest(hessian::multiply, start(size), tolerance, most);
    }

    /** A Gaussian start vector from a stream that no trial uses. */
    private static double[] start(int size) {
      UniformRandomProvider stream = RandomStreams.stream(0, "sharpness");
      ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(stream);
      double[] start = new double[size];
      for (int i = 0; i < size; i++) {
        start[i] = normal.sample();
      }
      return start;
    }
  }
}
