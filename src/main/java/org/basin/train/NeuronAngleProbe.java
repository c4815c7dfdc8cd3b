package org.basin.train;

import java.util.List;
import org.basin.data.Data;
import org.basin.nn.Loss;
import org.basin.nn.Matrix;
import org.basin.nn.Model;
import org.basin.nn.Neural;
import org.basin.plan.Key;
import org.basin.plan.Section;
import org.basin.plan.SpecException;

/**
 * {@code neuron-angle}: the angle of each neuron's input weight with the positive horizontal axis,
 * in degrees, −180 to 180; one component a neuron; NaN for a weight of zero. Needs inputs in two
 * dimensions. Kumar &amp; Haupt (2024), Figure 1 (b).
 */
public final class NeuronAngleProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "neuron-angle";
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    Neural neural = NeuronNormProbe.neural(section, model);
    if (model.inputs() != 2) {
      throw new SpecException(
          section.path(), "is neuron-angle, which needs 2 inputs, not " + model.inputs());
    }
    return new ComponentProbe() {
      @Override
      public void observe(TrialView view, Recorder recorder) {
        Matrix weights = neural.inputWeights(view.parameters());
        for (int neuron = 0; neuron < weights.rows(); neuron++) {
          double x = weights.get(neuron, 0);
          double y = weights.get(neuron, 1);
          double angle = x == 0 && y == 0 ? Double.NaN : Math.toDegrees(Math.atan2(y, x));
          recorder.record("neuron-angle", neuron, angle);
        }
      }
    };
  }
}
