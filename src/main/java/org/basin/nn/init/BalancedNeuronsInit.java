package org.basin.nn.init;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Draws;
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
 * Draws every input weight from N(0, std²). Each neuron's output weight is the norm of its input
 * weight, with either sign equally likely, so that vⱼ² = ‖wⱼ‖². Gradient flow preserves this
 * equality if the activation is homogeneous (Du, Hu &amp; Lee 2018), and then no output weight ever
 * changes sign.
 */
final class BalancedNeuronsInit implements InitialiserFactory {

  @Override
  public String kind() {
    return "balanced-neurons";
  }

  @Override
  public String summary() {
    return "Input weights from N(0, std²), output weights of their norm with a random sign.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.real("std", Range.NON_NEGATIVE, "standard deviation of an input weight's element"));
  }

  @Override
  public Initialiser create(Section section) {
    double std = section.real("std");
    return (model, parameters, stream) ->
        initialise(section.path(), std, model, parameters, stream);
  }

  private static void initialise(
      String path, double std, Model model, Parameters parameters, UniformRandomProvider stream) {
    if (!(model instanceof Neural neural)
        || neural.outputWeights(parameters) == null
        || model.outputs() != 1) {
      throw new SpecException(
          path + ".kind",
          "is balanced-neurons, which needs one hidden layer, output weights and 1 output");
    }
    parameters.fill(0);
    Matrix inputs = neural.inputWeights(parameters);
    Matrix outputs = neural.outputWeights(parameters);
    Draws.gaussian(inputs, std, stream);
    for (int j = 0; j < inputs.rows(); j++) {
      double squares = 0;
      for (int c = 0; c < inputs.columns(); c++) {
        squares += inputs.get(j, c) * inputs.get(j, c);
      }
      outputs.set(0, j, stream.nextBoolean() ? Math.sqrt(squares) : -Math.sqrt(squares));
    }
  }
}
