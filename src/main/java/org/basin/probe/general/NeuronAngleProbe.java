package org.basin.probe.general;

import java.util.List;
import org.basin.data.Data;
import org.basin.linalg.Matrix;
import org.basin.linalg.Norms;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Neural;
import org.basin.probe.ComponentProbe;
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
 * {@code neuron-angle}: the angle of each neuron's input weight, in degrees, with one component per
 * neuron. The angle is NaN if the weight is 0.
 *
 * <p>Without a given direction, the model must have two inputs, and the angle is measured from the
 * positive horizontal axis, from −180 to 180, as in Kumar &amp; Haupt (2024), Figure 1 (b). With a
 * direction, it is the angle between the direction and the weight, from 0 to 180. If the probe has
 * a name, the observable is {@code neuron-angle.<name>}.
 */
public final class NeuronAngleProbe implements ProbeFactory {

  private static final String TO = "to";

  @Override
  public String kind() {
    return "neuron-angle";
  }

  @Override
  public String summary() {
    return "The angle of each neuron's input weight with an axis or a given direction.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.each(
            "neuron",
            "neuron-angle[.<name>]",
            "degrees",
            Range.closed(-180, 180),
            "atan2 of the input weight; with `to`, its angle to that, 0 to 180; NaN for 0"));
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.reals(
                TO, Range.ANY, "direction, one number for each input; absent: the horizontal axis")
            .optional(),
        ProbeName.KEY);
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    Neural neural = NeuronNormProbe.neural(section, model);
    double[] to = section.has(TO) ? section.reals(TO) : null;
    if (to == null && model.inputs() != 2) {
      throw new SpecException(
          section.path(),
          "is neuron-angle, which needs 2 inputs, not " + model.inputs() + ", or a direction: to");
    }
    if (to != null && (to.length != model.inputs() || Norms.angle(to, to) != 0)) {
      throw new SpecException(
          section.path() + ".to",
          "must be " + model.inputs() + " numbers, one for each input, not all 0");
    }
    String name = ProbeName.of(section, "neuron-angle");
    return new ComponentProbe() {
      @Override
      public ProbeCost cost() {
        return ProbeCost.ofLook(ModelWork.NONE.andRecords(neural.neurons()));
      }

      @Override
      public void observe(TrialView view, Recorder recorder) {
        Matrix weights = neural.inputWeights(view.parameters());
        for (int neuron = 0; neuron < weights.rows(); neuron++) {
          double radians = to == null ? bearing(weights, neuron) : angle(weights, neuron, to);
          recorder.record(name, neuron, Math.toDegrees(radians));
        }
      }
    };
  }

  /** The angle with the positive horizontal axis, in (−π, π]. */
  private static double bearing(Matrix weights, int neuron) {
    double x = weights.get(neuron, 0);
    double y = weights.get(neuron, 1);
    return x == 0 && y == 0 ? Double.NaN : Math.atan2(y, x);
  }

  private static double angle(Matrix weights, int neuron, double[] to) {
    double[] weight = new double[to.length];
    for (int i = 0; i < to.length; i++) {
      weight[i] = weights.get(neuron, i);
    }
    return Norms.angle(weight, to);
  }
}
