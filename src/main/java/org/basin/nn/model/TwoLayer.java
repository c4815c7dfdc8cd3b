package org.basin.nn.model;

import java.util.List;
import org.basin.linalg.Matrix;
import org.basin.nn.Activation;
import org.basin.nn.Model;
import org.basin.nn.ModelFactory;
import org.basin.nn.Neural;
import org.basin.nn.Parameters;
import org.basin.nn.TensorForm;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * The network Σⱼ vⱼ σ(wⱼᵀx + bⱼ) + c with one hidden layer. Without either bias and with a
 * homogeneous σ, it is two-homogeneous.
 */
final class TwoLayer extends FullyConnected implements Neural {

  private final int width;
  private final Activation activation;
  private final int output;

  TwoLayer(int inputs, int width, int outputs, Activation activation, Parts parts) {
    super(new int[] {inputs, width, outputs}, activation, parts);
    this.width = width;
    this.activation = activation;
    this.output = parts.hiddenBias() ? 2 : 1;
  }

  @Override
  public int neurons() {
    return width;
  }

  @Override
  public Matrix inputWeights(Parameters parameters) {
    return parameters.get(0);
  }

  @Override
  public Matrix outputWeights(Parameters parameters) {
    return parameters.get(output);
  }

  @Override
  public double[] neuron(double[] weight, double output, Matrix inputs) {
    Matrix z = new Matrix(1, inputs.columns(), Preactivation.of(weight, inputs));
    Matrix a = new Matrix(1, inputs.columns());
    activation.apply(z, a);
    double[] result = a.data();
    for (int e = 0; e < result.length; e++) {
      result[e] *= output;
    }
    return result;
  }

  static final class Factory implements ModelFactory {

    @Override
    public String kind() {
      return "two-layer";
    }

    @Override
    public String summary() {
      return "A network of one hidden layer, Σⱼ vⱼσ(wⱼᵀx + bⱼ) + c, with or without biases.";
    }

    @Override
    public List<Key> keys() {
      List<Key> keys = FullyConnectedFactory.commonKeys();
      keys.add(Key.integer("width", Range.atLeast(1), "number of neurons"));
      return keys;
    }

    @Override
    public List<TensorForm> tensors() {
      return List.of(
          new TensorForm("layers.0.weight", "width", "inputs", "the weights wⱼ of one neuron"),
          TensorForm.bias("layers.0.bias", "width", "neuron"),
          new TensorForm(
              "layers.1.weight",
              "outputs",
              "width",
              "the weights vⱼ of one output, one for each neuron"),
          TensorForm.bias("layers.1.bias", "outputs", "output"));
    }

    @Override
    public Model create(Section section, int inputs, int outputs) {
      return new TwoLayer(
          inputs,
          section.integer("width"),
          outputs,
          FullyConnectedFactory.activation(section),
          FullyConnectedFactory.parts(section));
    }
  }
}
