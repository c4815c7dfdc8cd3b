package org.basin.nn.model;

import java.util.List;
import java.util.Optional;
import org.basin.linalg.Blas;
import org.basin.linalg.Matrix;
import org.basin.nn.Model;
import org.basin.nn.ModelFactory;
import org.basin.nn.ModelForm;
import org.basin.nn.Neural;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.nn.TensorForm;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * The network H(x; w) = Σⱼ max(0, wⱼᵀx)², one layer of squared ReLU without output weights or bias.
 * It is two-homogeneous in w. Kumar &amp; Haupt (2024) train it in Figure 1. Its only tensor is
 * {@code layers.0.weight} (neurons × inputs).
 */
final class SquaredRelu implements Neural {

  private final int inputs;
  private final int width;
  private final List<Shape> shapes;

  SquaredRelu(int inputs, int width) {
    this.inputs = inputs;
    this.width = width;
    this.shapes = List.of(new Shape("layers.0.weight", width, inputs, true));
  }

  @Override
  public int inputs() {
    return inputs;
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public List<Shape> shapes() {
    return shapes;
  }

  @Override
  public Optional<ModelForm> form() {
    return Optional.of(new ModelForm.SquaredNeurons(inputs, width));
  }

  @Override
  public double memory(int examples) {
    return (2.0 * width + 1) * examples;
  }

  @Override
  public Workspace workspace(int examples) {
    return new Pass(
        new Matrix(width, examples), new Matrix(width, examples), new Matrix(1, examples));
  }

  @Override
  public Matrix forward(Parameters parameters, Matrix inputs, Workspace workspace) {
    Pass pass = (Pass) workspace;
    Blas.multiply(false, parameters.get(0), false, inputs, pass.positive);
    double[] positive = pass.positive.data();
    double[] output = pass.output.data();
    for (int e = 0, i = 0; e < output.length; e++) {
      double sum = 0;
      for (int end = i + width; i < end; i++) {
        double z = Math.max(0, positive[i]); // Math.max keeps NaN.
        positive[i] = z;
        sum += z * z;
      }
      output[e] = sum;
    }
    return pass.output;
  }

  @Override
  public void backward(
      Parameters parameters,
      Matrix inputs,
      Workspace workspace,
      Matrix outputGradient,
      Parameters gradient) {
    Pass pass = (Pass) workspace;
    double[] positive = pass.positive.data();
    double[] delta = pass.delta.data();
    double[] outer = outputGradient.data();
    for (int e = 0, i = 0; e < outer.length; e++) {
      double factor = 2 * outer[e];
      for (int end = i + width; i < end; i++) {
        delta[i] = factor * positive[i];
      }
    }
    Blas.multiply(false, pass.delta, true, inputs, gradient.get(0));
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
  public double[] neuron(double[] weight, double output, Matrix inputs) {
    double[] result = Preactivation.of(weight, inputs);
    for (int e = 0; e < result.length; e++) {
      double z = Math.max(0, result[e]);
      result[e] = z * z;
    }
    return result;
  }

  /**
   * The intermediate values of a pass.
   *
   * @param positive max(0, W·X) (neurons × examples)
   * @param delta the loss's derivative with respect to W·X (neurons × examples)
   * @param output the outputs (1 × examples)
   */
  private record Pass(Matrix positive, Matrix delta, Matrix output) implements Workspace {}

  static final class Factory implements ModelFactory {

    @Override
    public String kind() {
      return "squared-relu";
    }

    @Override
    public String summary() {
      return "One layer of squared ReLU neurons, Σⱼ max(0, wⱼᵀx)², without output weights or biases.";
    }

    @Override
    public List<Key> keys() {
      return List.of(Key.integer("width", Range.atLeast(1), "number of neurons"));
    }

    @Override
    public List<TensorForm> tensors() {
      return List.of(
          new TensorForm("layers.0.weight", "width", "inputs", "the weights wⱼ of one neuron"));
    }

    @Override
    public Model create(Section section, int inputs, int outputs) {
      if (outputs != 1) {
        throw new SpecException(
            section.path() + ".kind",
            "is squared-relu, which has one output, but a label of the data has " + outputs);
      }
      return new SquaredRelu(inputs, section.integer("width"));
    }
  }
}
