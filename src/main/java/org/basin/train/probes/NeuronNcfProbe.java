package org.basin.train.probes;

import java.util.List;
import org.basin.data.Data;
import org.basin.nn.Loss;
import org.basin.nn.Matrix;
import org.basin.nn.Model;
import org.basin.nn.Neural;
import org.basin.nn.Parameters;
import org.basin.plan.Key;
import org.basin.plan.Section;
import org.basin.plan.SpecException;
import org.basin.train.Probe;
import org.basin.train.ProbeFactory;
import org.basin.train.TrialView;

/**
 * {@code neuron-ncf}: the neural correlation function split over the neurons of one hidden layer,
 * N(w) = Σ_j N₁(w_j), each neuron with its output weight if the model has them. Kumar &amp; Haupt
 * (2024), Section 3.
 *
 * <p>One component a neuron: {@code neuron-ncf}, N₁(ŵ_j); {@code neuron-kkt}, ‖∇N₁(ŵ_j) −
 * (ŵ_jᵀ∇N₁)ŵ_j‖/‖∇N₁‖ in [0, 1]. With two inputs also {@code neuron-cosine} and {@code
 * neuron-deviation} (degrees), of the angle to the nearest local maximiser of N₁ with N₁ &gt; 0,
 * and at step 0 the maximisers, greatest N₁ first: {@code maximiser-angle} (atan2 of the input
 * weight, degrees) and {@code maximiser-ncf}. NaN for a neuron at 0, and where there is no
 * maximiser.
 */
final class NeuronNcfProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "neuron-ncf";
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    if (!(model instanceof Neural neural) || model.outputs() != 1) {
      throw new SpecException(
          section.path(),
          "is neuron-ncf, must be used with a model of one hidden layer and one output");
    }
    Correlation correlation = Correlation.of(section, model, data, loss);
    int outputTensor = outputTensor(section, neural);
    List<Maximiser> maximisers =
        model.inputs() == 2
            ? Maximiser.onCircle(
                neural, correlation.inputs(), correlation.residual().data(), outputTensor >= 0)
            : List.of();
    return new NeuronWatch(neural, correlation, outputTensor, maximisers);
  }

  /** Which tensor holds the output weights, (1 × neurons); −1 if the model has none. */
  private static int outputTensor(Section section, Neural model) {
    int tensors = model.shapes().size();
    if (tensors == 1) {
      return -1;
    }
    for (int i = 0; i < tensors; i++) {
      var shape = model.shapes().get(i);
      if (tensors == 2 && shape.rows() == 1 && shape.columns() == model.neurons()) {
        return i;
      }
    }
    throw new SpecException(
        section.path(), "is neuron-ncf, must be used with a model without biases");
  }

  private record NeuronWatch(
      Neural model, Correlation correlation, int outputTensor, List<Maximiser> maximisers)
      implements Probe {

    @Override
    public List<String> scalars() {
      return List.of();
    }

    @Override
    public void observe(TrialView view, Recorder recorder) {
      if (view.step() == 0) {
        for (int i = 0; i < maximisers.size(); i++) {
          recorder.record("maximiser-angle", i, Math.toDegrees(maximisers.get(i).angle()));
          recorder.record("maximiser-ncf", i, maximisers.get(i).ncf());
        }
      }
      Parameters gradient = correlation.gradient(view.parameters());
      for (int j = 0; j < model.neurons(); j++) {
        Flat w = neuron(view.parameters(), j);
        Flat slope = neuron(gradient, j);
        // Euler: wᵀ∇N₁(w) = 2N₁(w), and N₁(ŵ) = N₁(w)/‖w‖².
        recorder.record("neuron-ncf", j, w.inner(slope) / (2 * w.inner(w)));
        recorder.record("neuron-kkt", j, slope.sineTo(w));
        if (model.inputs() == 2) {
          double deviation = deviation(w);
          recorder.record("neuron-cosine", j, Math.cos(deviation));
          recorder.record("neuron-deviation", j, Math.toDegrees(deviation));
        }
      }
    }

    private Flat neuron(Parameters parameters, int j) {
      Matrix outputWeights = outputTensor < 0 ? null : parameters.get(outputTensor);
      return Flat.neuron(model.inputWeights(parameters), outputWeights, j);
    }

    /** The angle to the nearest maximiser, in radians. */
    private double deviation(Flat w) {
      return maximisers.stream().mapToDouble(m -> w.angleTo(m.neuron())).min().orElse(Double.NaN);
    }
  }
}
