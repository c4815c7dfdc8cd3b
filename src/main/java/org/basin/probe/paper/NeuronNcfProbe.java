package org.basin.probe.paper;

import java.util.List;
import java.util.stream.Stream;
import org.basin.data.Data;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Neural;
import org.basin.nn.Parameters;
import org.basin.probe.ModelWork;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeCost;
import org.basin.probe.ProbeFactory;
import org.basin.probe.ProbeName;
import org.basin.probe.TrialView;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * {@code neuron-ncf}: the terms of the neural correlation function N(w) = Σ_j N₁(w_j) over the
 * neurons of one hidden layer. The weight w_j of a neuron includes its output weight if the model
 * has output weights. Kumar &amp; Haupt (2024), Section 3.
 *
 * <p>The observables have one component per neuron: {@code neuron-ncf}, N₁(ŵ_j); {@code
 * neuron-kkt}, ‖∇N₁(ŵ_j) − (ŵ_jᵀ∇N₁)ŵ_j‖/‖∇N₁‖ in [0, 1]. If the maximisers are known, there are
 * also {@code neuron-cosine} and {@code neuron-deviation} (in degrees), the cosine and the value of
 * the angle to the nearest local maximiser of N₁ with N₁ &gt; 0. At step 0 the maximisers are
 * recorded too, the largest N₁ first: {@code maximiser-ncf}, {@code maximiser-kkt} (NaN at a kink)
 * and, with two inputs, {@code maximiser-angle} (atan2 of the input weight, degrees). A component
 * is NaN for a neuron at 0, and if there is no maximiser.
 *
 * <p>With two inputs, all maximisers are known. With more inputs and without output weights, those
 * are known that {@code maximiser-starts} ascents find. With {@code saddle} or {@code
 * saddle-above}, N has the residual labels around the current w_n, and only the neurons of w_z are
 * recorded (Section 5). With a name, the observables are {@code neuron-ncf.<name>} and so on.
 */
final class NeuronNcfProbe implements ProbeFactory {

  /** About how many steps an ascent takes. */
  private static final double USUAL_CLIMBS = 200;

  private static final String STARTS = "maximiser-starts";

  @Override
  public String kind() {
    return "neuron-ncf";
  }

  @Override
  public String summary() {
    return "The neural correlation function of each neuron, and its angle to the nearest maximiser.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.each(
            "neuron",
            "neuron-ncf[.<name>]",
            "loss",
            Range.ANY,
            "N₁(ŵⱼ), the neuron's part of the correlation function at ŵⱼ = wⱼ/‖wⱼ‖; NaN at wⱼ = 0"),
        Observable.each(
            "neuron",
            "neuron-kkt[.<name>]",
            "",
            Range.closed(0, 1),
            "‖∇N₁(ŵⱼ) − (ŵⱼᵀ∇N₁)ŵⱼ‖ / ‖∇N₁‖; 0 at a KKT point"),
        Observable.each(
            "neuron",
            "neuron-cosine[.<name>]",
            "",
            Range.closed(-1, 1),
            "cosine of the angle to the nearest maximiser, where these are known"),
        Observable.each(
            "neuron", "neuron-deviation[.<name>]", "degrees", Range.closed(0, 180), "that angle"),
        Observable.each(
            "maximiser",
            "maximiser-angle[.<name>]",
            "degrees",
            Range.closed(-180, 180),
            "atan2 of the maximiser's input weight; at step 0, with two inputs"),
        Observable.each(
            "maximiser",
            "maximiser-ncf[.<name>]",
            "loss",
            Range.POSITIVE,
            "N₁ at the maximiser, the largest first; at step 0"),
        Observable.each(
            "maximiser",
            "maximiser-kkt[.<name>]",
            "",
            Range.closed(0, 1),
            "‖∇N₁ − (ŵᵀ∇N₁)ŵ‖ / ‖∇N₁‖ at the maximiser; NaN at a kink; at step 0"));
  }

  @Override
  public List<Key> keys() {
    return Stream.concat(
            Stream.of(
                Key.integer(
                    STARTS,
                    Range.atLeast(0),
                    "number of ascents that search for maximisers; used for more than two inputs"),
                ProbeName.KEY),
            Saddle.KEYS.stream())
        .toList();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    HiddenNeurons neurons = HiddenNeurons.of(section, model, data, loss);
    int starts = section.integer(STARTS);
    if (starts > 0 && model.inputs() > 2 && neurons.hasOutputs()) {
      throw new SpecException(
          section.path() + "." + STARTS, "is " + starts + ", must be 0 where neurons have outputs");
    }
    return new NeuronWatch(section, neurons, starts);
  }

  private static final class NeuronWatch implements Probe {

    private final HiddenNeurons neurons;
    private final int starts;
    private final String ncf;
    private final String kkt;
    private final String cosine;
    private final String deviation;
    private final String maximiser;
    private List<Maximiser> maximisers;

    NeuronWatch(Section section, HiddenNeurons neurons, int starts) {
      this.neurons = neurons;
      this.starts = starts;
      this.ncf = ProbeName.of(section, "neuron-ncf");
      this.kkt = ProbeName.of(section, "neuron-kkt");
      this.cosine = ProbeName.of(section, "neuron-cosine");
      this.deviation = ProbeName.of(section, "neuron-deviation");
      this.maximiser = section.has("name") ? "." + section.text("name") : "";
    }

    @Override
    public List<String> scalars() {
      return List.of();
    }

    @Override
    public ProbeCost cost() {
      ModelWork look = neurons.gradientWork().andRecords(5.0 * neurons.model().neurons());
      ModelWork search = neurons.model().inputs() == 2 ? onCircle() : onSphere();
      return neurons.saddle().isOrigin()
          ? new ProbeCost(look, ModelWork.NONE, search)
          : ProbeCost.ofLook(look.and(search));
    }

    /** Between two breaks, of which each example makes two, every example is passed once. */
    private ModelWork onCircle() {
      double examples = neurons.correlation().examples();
      double calls = 2 * examples * (neurons.hasOutputs() ? 2 : 1);
      return calls(calls);
    }

    private ModelWork onSphere() {
      return calls(starts * USUAL_CLIMBS);
    }

    /** Passes of all examples through a single neuron. */
    private ModelWork calls(double count) {
      double examples = neurons.correlation().examples();
      return ModelWork.NONE
          .andForward(count * examples / neurons.model().neurons())
          .andElements(count * examples * (4 + 2 * neurons.model().inputs()));
    }

    @Override
    public void observe(TrialView view, Recorder recorder) {
      Parameters gradient = neurons.gradient(view.parameters());
      boolean isKnown = neurons.model().inputs() == 2 || starts > 0;
      if (isKnown && (maximisers == null || !neurons.saddle().isOrigin())) {
        maximisers = maximisers();
      }
      if (isKnown && view.step() == 0) {
        recordMaximisers(recorder);
      }
      for (int j = 0; j < neurons.model().neurons(); j++) {
        if (!neurons.saddle().isSmall(j)) {
          continue;
        }
        FlatVector w = neurons.neuron(view.parameters(), j);
        FlatVector slope = neurons.neuron(gradient, j);
        // By Euler's theorem wᵀ∇N₁(w) = 2N₁(w), and N₁(ŵ) = N₁(w)/‖w‖².
        recorder.record(ncf, j, w.inner(slope) / (2 * w.inner(w)));
        recorder.record(kkt, j, slope.sineTo(w));
        if (isKnown) {
          double angle =
              maximisers.stream().mapToDouble(m -> w.angleTo(m.neuron())).min().orElse(Double.NaN);
          recorder.record(cosine, j, Math.cos(angle));
          recorder.record(deviation, j, Math.toDegrees(angle));
        }
      }
    }

    private List<Maximiser> maximisers() {
      Neural model = neurons.model();
      Correlation correlation = neurons.correlation();
      double[] z = correlation.residual().data();
      return model.inputs() == 2
          ? Maximiser.onCircle(model, correlation.inputs(), z, neurons.hasOutputs())
          : MaximiserSearch.onSphere(model, correlation.inputs(), z, starts);
    }

    private void recordMaximisers(Recorder recorder) {
      for (int i = 0; i < maximisers.size(); i++) {
        Maximiser one = maximisers.get(i);
        if (neurons.model().inputs() == 2) {
          recorder.record("maximiser-angle" + maximiser, i, Math.toDegrees(one.angle()));
        }
        recorder.record("maximiser-ncf" + maximiser, i, one.ncf());
        recorder.record("maximiser-kkt" + maximiser, i, one.kkt());
      }
    }
  }
}
