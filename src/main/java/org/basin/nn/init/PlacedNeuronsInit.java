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
 * Sets the first neurons of a hidden layer to given weights, and the others as another kind of init
 * does (a point near a saddle: Kumar &amp; Haupt 2024, Section 5). The other kind first sets all
 * neurons, and the given weights then replace the first ones; so the other neurons do not depend on
 * how many are given.
 */
final class PlacedNeuronsInit implements Initialiser {

  private final String path;
  private final double[][] neurons;
  private final Initialiser rest;

  /**
   * @param path the path of the settings, for errors
   * @param neurons one row per neuron: its input weight, then its output weights if the model has
   *     them
   * @param rest sets all neurons first
   */
  PlacedNeuronsInit(String path, double[][] neurons, Initialiser rest) {
    this.path = path;
    this.neurons = neurons;
    this.rest = rest;
  }

  @Override
  public void initialise(Model model, Parameters parameters, UniformRandomProvider stream) {
    if (!(model instanceof Neural neural)) {
      throw new SpecException(
          path + ".kind", "is placed-neurons, which needs a model with one hidden layer");
    }
    rest.initialise(model, parameters, stream);
    Matrix inputs = neural.inputWeights(parameters);
    Matrix outputs = neural.outputWeights(parameters);
    int numbers = inputs.columns() + (outputs == null ? 0 : outputs.rows());
    if (neurons.length > neural.neurons() || neurons[0].length != numbers) {
      throw new SpecException(
          path + ".neurons",
          "is "
              + neurons.length
              + " x "
              + neurons[0].length
              + ", must be at most "
              + neural.neurons()
              + " rows of "
              + numbers);
    }
    for (int j = 0; j < neurons.length; j++) {
      for (int c = 0; c < numbers; c++) {
        if (c < inputs.columns()) {
          inputs.set(j, c, neurons[j][c]);
        } else {
          outputs.set(c - inputs.columns(), j, neurons[j][c]);
        }
      }
    }
  }

  static final class Factory implements InitialiserFactory {

    @Override
    public String kind() {
      return "placed-neurons";
    }

    @Override
    public String summary() {
      return "The first neurons as given, and the others as another initialisation draws them.";
    }

    @Override
    public List<Key> keys() {
      return List.of(
          Key.reals(
              "neurons",
              Range.ANY,
              "one row per neuron: its input weight, then its output weights if any"),
          Key.component(
              "rest",
              "init",
              "init of all neurons; the listed neurons then replace the first ones"));
    }

    @Override
    public Initialiser create(Section section) {
      Section rest = section.section("rest");
      return new PlacedNeuronsInit(
          section.path(), section.rows("neurons"), Initialisers.CATALOGUE.of(rest).create(rest));
    }
  }
}
