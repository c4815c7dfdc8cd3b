package org.basin.probe.paper;

import org.basin.data.Data;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Neural;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.probe.ModelWork;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * The neurons of one hidden layer. The neural correlation function is a sum over them: N(w) = Σ_j
 * N₁(w_j). Kumar &amp; Haupt (2024), Section 3.
 *
 * @param correlation N with the residual labels around the saddle
 * @param saddle says which neurons N is a function of
 * @param hasOutputs whether each neuron has an output weight
 */
record HiddenNeurons(Neural model, Correlation correlation, Saddle saddle, boolean hasOutputs) {

  /**
   * @throws SpecException if N is not a sum over the model's neurons
   */
  static HiddenNeurons of(Section section, Model model, Data data, Loss loss) {
    if (!(model instanceof Neural neural) || model.outputs() != 1) {
      throw new SpecException(
          section.path(),
          "is " + section.kind() + ", which needs a model of one hidden layer and one output");
    }
    Correlation correlation = Correlation.of(section, model, data, loss);
    Parameters any = new Parameters(model.shapes());
    boolean hasOutputs = neural.outputWeights(any) != null;
    int elements = neural.neurons() * (model.inputs() + (hasOutputs ? 1 : 0));
    if (model.shapes().stream().mapToInt(HiddenNeurons::elements).sum() != elements) {
      throw new SpecException(
          section.path(), "is " + section.kind() + ", which needs a model without biases");
    }
    return new HiddenNeurons(neural, correlation, Saddle.of(section, model), hasOutputs);
  }

  private static int elements(Shape shape) {
    return shape.rows() * shape.columns();
  }

  /**
   * Splits w at the saddle.
   *
   * @return ∇N at w_z, which consists of ∇N₁(w_j) for each neuron; valid until the next call
   */
  Parameters gradient(Parameters w) {
    return correlation.gradient(correlation.near(saddle, w));
  }

  /** Neuron {@code j}'s input weights, and its output weight if there is one. */
  /** The work of {@link #gradient}. */
  ModelWork gradientWork() {
    return correlation.gradientWork(saddle);
  }

  FlatVector neuron(Parameters parameters, int j) {
    return FlatVector.neuron(model.inputWeights(parameters), model.outputWeights(parameters), j);
  }
}
