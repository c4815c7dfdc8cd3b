package org.basin.nn.init;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;
import org.basin.nn.Initialiser;
import org.basin.nn.InitialiserFactory;
import org.basin.nn.Model;
import org.basin.nn.Neural;
import org.basin.nn.Parameters;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * Sets the input weights of a model with 2 inputs to given angles with the horizontal axis. All
 * have the same length, and all parameters together have the norm {@code norm}. Output weights, if
 * the model has them, take their signs from the settings and the lengths of their neurons' input
 * weights (balanced). The deterministic reference run of Kumar &amp; Haupt (2024), Figure 1, starts
 * this way.
 */
final class AnglesInit implements Initialiser {

  private final String path;
  private final double[] degrees;
  private final double norm;
  private final double[] signs;

  /**
   * @param path the path of the settings, for errors
   * @param signs one sign for each neuron; null if the settings give none
   */
  AnglesInit(String path, double[] degrees, double norm, double[] signs) {
    this.path = path;
    this.degrees = degrees;
    this.norm = norm;
    this.signs = signs;
  }

  @Override
  public void initialise(Model model, Parameters parameters, UniformRandomProvider stream) {
    if (!(model instanceof Neural neural) || model.inputs() != 2 || model.outputs() != 1) {
      throw new SpecException(
          path + ".kind", "is angles, which needs one hidden layer, 2 inputs and 1 output");
    }
    int neurons = neural.neurons();
    if (degrees.length != neurons) {
      throw new SpecException(
          path + ".degrees", "has " + degrees.length + " angles for " + neurons + " neurons");
    }
    parameters.fill(0);
    Matrix outputs = neural.outputWeights(parameters);
    if ((outputs != null) != (signs != null) || (signs != null && signs.length != neurons)) {
      throw new SpecException(
          path + ".output-signs",
          outputs == null
              ? "must be absent: the model has no output weights"
              : "must give a sign for each of the " + neurons + " neurons");
    }
    double length = norm / Math.sqrt(outputs == null ? neurons : 2.0 * neurons);
    Matrix weights = neural.inputWeights(parameters);
    for (int j = 0; j < neurons; j++) {
      double radians = Math.toRadians(degrees[j]);
      weights.set(j, 0, length * Math.cos(radians));
      weights.set(j, 1, length * Math.sin(radians));
      if (outputs != null) {
        outputs.set(0, j, Math.signum(signs[j]) * length);
      }
    }
  }

  static final class Factory implements InitialiserFactory {

    @Override
    public String kind() {
      return "angles";
    }

    @Override
    public String summary() {
      return "Neurons in the plane at given angles, all of one length, with a given norm together.";
    }

    @Override
    public List<Key> keys() {
      return List.of(
          Key.reals(
              "degrees", Range.ANY, "angle of each neuron with the horizontal axis, in degrees"),
          Key.real("norm", Range.NON_NEGATIVE, "Euclidean norm of all parameters together"),
          Key.reals(
                  "output-signs",
                  Range.closed(-1, 1),
                  "sign of each output weight; absent: the model has no output weights")
              .optional());
    }

    @Override
    public Initialiser create(Section section) {
      return new AnglesInit(
          section.path(),
          section.reals("degrees"),
          section.real("norm"),
          section.has("output-signs") ? section.reals("output-signs") : null);
    }
  }
}
