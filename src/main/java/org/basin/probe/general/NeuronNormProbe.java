package org.basin.probe.general;

import java.util.List;
import org.basin.data.Data;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Neural;
import org.basin.probe.ComponentProbe;
import org.basin.probe.ModelWork;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeCost;
import org.basin.probe.ProbeFactory;
import org.basin.probe.TrialView;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * {@code neuron-norm}: the ℓ2 norm of each neuron's input weight, with one component per neuron.
 * The model must have one hidden layer.
 */
public final class NeuronNormProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "neuron-norm";
  }

  @Override
  public String summary() {
    return "The ℓ2 norm of each neuron's input weight.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.each(
            "neuron",
            "neuron-norm",
            "weights",
            Range.NON_NEGATIVE,
            "‖wⱼ‖, the norm of the neuron's input weight"));
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    Neural neural = neural(section, model);
    return new ComponentProbe() {
      @Override
      public ProbeCost cost() {
        return ProbeCost.ofLook(ModelWork.NONE.andRecords(neural.neurons()));
      }

      @Override
      public void observe(TrialView view, Recorder recorder) {
        Matrix weights = neural.inputWeights(view.parameters());
        for (int neuron = 0; neuron < weights.rows(); neuron++) {
          double sum = 0;
          for (int input = 0; input < weights.columns(); input++) {
            double w = weights.get(neuron, input);
            sum += w * w;
          }
          recorder.record("neuron-norm", neuron, Math.sqrt(sum));
        }
      }
    };
  }

  /**
   * The model as one whose neurons can be read, for the probe of {@code section}.
   *
   * @throws SpecException if the model has no single hidden layer
   */
  static Neural neural(Section section, Model model) {
    if (model instanceof Neural neural) {
      return neural;
    }
    throw new SpecException(
        section.path(), "is " + section.kind() + ", which needs a model with one hidden layer");
  }
}
