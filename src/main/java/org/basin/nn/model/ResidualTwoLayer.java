package org.basin.nn.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.basin.linalg.Blas;
import org.basin.linalg.Matrix;
import org.basin.nn.Activation;
import org.basin.nn.DenseLayer;
import org.basin.nn.Model;
import org.basin.nn.ModelFactory;
import org.basin.nn.ModelForm;
import org.basin.nn.Neural;
import org.basin.nn.NeuronSum;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.nn.TensorForm;
import org.basin.settings.Key;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * The network f(x, W) = Σᵢ σ(⟨s·eᵢ + wᵢ, x⟩), with as many neurons as inputs, output weights 1 and
 * no bias. With s = 1, an identity mapping is added to the weights; with s = 0, the network is
 * vanilla. Li &amp; Yuan (2017), Section 3. Its only tensor is {@code layers.0.weight} (inputs ×
 * inputs), whose row i is wᵢ.
 *
 * <p>Only a vanilla network is {@link Neural}, because with the identity two neurons of equal
 * weight are different functions.
 */
class ResidualTwoLayer implements NeuronSum {

  private final int inputs;
  private final boolean skip;
  private final Activation activation;
  private final List<Shape> shapes;

  ResidualTwoLayer(int inputs, boolean skip, Activation activation) {
    this.inputs = inputs;
    this.skip = skip;
    this.activation = activation;
    this.shapes = List.of(new Shape("layers.0.weight", inputs, inputs, true));
  }

  @Override
  public final int inputs() {
    return inputs;
  }

  @Override
  public final int outputs() {
    return 1;
  }

  @Override
  public final List<Shape> shapes() {
    return shapes;
  }

  @Override
  public final Activation activation() {
    return activation;
  }

  /** The second layer sums the neurons. */
  @Override
  public final Optional<ModelForm> form() {
    List<DenseLayer> layers =
        List.of(
            new DenseLayer(inputs, inputs, 0, -1, true, false, skip),
            new DenseLayer(inputs, 1, -1, -1, false, false, false));
    return Optional.of(new ModelForm.AffineLayers(layers, activation));
  }

  @Override
  public final Matrix effectiveWeights(Parameters parameters) {
    Matrix effective = parameters.get(0).copy();
    if (skip) {
      effective.addToDiagonal(1);
    }
    return effective;
  }

  @Override
  public final double memory(int examples) {
    return (skip ? (double) inputs * inputs : 0) + (3.0 * inputs + 1) * examples;
  }

  @Override
  public final Workspace workspace(int examples) {
    return new Pass(
        skip ? new Matrix(inputs, inputs) : null,
        new Matrix(inputs, examples),
        new Matrix(inputs, examples),
        new Matrix(inputs, examples),
        new Matrix(1, examples));
  }

  @Override
  public final Matrix forward(Parameters parameters, Matrix inputs, Workspace workspace) {
    Pass pass = (Pass) workspace;
    Matrix weights = parameters.get(0);
    if (skip) {
      pass.effective.copyFrom(weights);
      pass.effective.addToDiagonal(1);
      weights = pass.effective;
    }
    Blas.multiply(false, weights, false, inputs, pass.z);
    activation.apply(pass.z, pass.a);
    double[] a = pass.a.data();
    double[] output = pass.output.data();
    for (int e = 0, i = 0; e < output.length; e++) {
      double sum = 0;
      for (int end = i + this.inputs; i < end; i++) {
        sum += a[i];
      }
      output[e] = sum;
    }
    return pass.output;
  }

  @Override
  public final void backward(
      Parameters parameters,
      Matrix inputs,
      Workspace workspace,
      Matrix outputGradient,
      Parameters gradient) {
    Pass pass = (Pass) workspace;
    double[] delta = pass.delta.data();
    double[] outer = outputGradient.data();
    for (int e = 0; e < outer.length; e++) {
      Arrays.fill(delta, e * this.inputs, (e + 1) * this.inputs, outer[e]);
    }
    activation.multiplyByDerivative(pass.z, pass.a, pass.delta);
    Blas.multiply(false, pass.delta, true, inputs, gradient.get(0));
  }

  /** The network without the identity. */
  private static final class Vanilla extends ResidualTwoLayer implements Neural {

    private final int inputs;
    private final Activation activation;

    Vanilla(int inputs, Activation activation) {
      super(inputs, false, activation);
      this.inputs = inputs;
      this.activation = activation;
    }

    @Override
    public int neurons() {
      return inputs;
    }

    @Override
    public Matrix inputWeights(Parameters parameters) {
      return parameters.get(0);
    }

    @Override
    public double[] neuron(double[] weight, double output, Matrix inputs) {
      Matrix z = new Matrix(1, inputs.columns(), Preactivation.of(weight, inputs));
      Matrix a = new Matrix(1, inputs.columns());
      activation.apply(z, a);
      return a.data();
    }
  }

  /**
   * The intermediate values of a pass.
   *
   * @param effective s·I + W (inputs × inputs); null if it equals W
   * @param z the preactivations, effective · X (inputs × examples)
   * @param a the activations σ(z) (inputs × examples)
   * @param delta the loss's derivative with respect to z (inputs × examples)
   * @param output the outputs (1 × examples)
   */
  private record Pass(Matrix effective, Matrix z, Matrix a, Matrix delta, Matrix output)
      implements Workspace {}

  static final class Factory implements ModelFactory {

    @Override
    public String kind() {
      return "residual";
    }

    @Override
    public String summary() {
      return "Σᵢ σ(⟨eᵢ + wᵢ, x⟩) with as many neurons as inputs, with or without the identity eᵢ.";
    }

    @Override
    public List<Key> keys() {
      return List.of(
          Key.choice("skip", "what is added to the weights: I, or nothing", "identity", "none"),
          Key.component("activation", "activation", "σ of the neurons"));
    }

    @Override
    public List<TensorForm> tensors() {
      return List.of(
          new TensorForm(
              "layers.0.weight",
              "inputs",
              "inputs",
              "the weights wᵢ of one neuron, without the identity; if a paper's neurons are W's"
                  + " columns, give Wᵀ"));
    }

    @Override
    public Model create(Section section, int inputs, int outputs) {
      if (outputs != 1) {
        throw new SpecException(
            section.path() + ".kind",
            "is residual, which has one output, but a label of the data has " + outputs);
      }
      Activation activation = FullyConnectedFactory.activation(section);
      return section.text("skip").equals("identity")
          ? new ResidualTwoLayer(inputs, true, activation)
          : new Vanilla(inputs, activation);
    }
  }
}
