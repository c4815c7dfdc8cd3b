package org.basin.nn.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.basin.linalg.Blas;
import org.basin.linalg.ExampleColumns;
import org.basin.linalg.Matrix;
import org.basin.nn.Activation;
import org.basin.nn.DenseLayer;
import org.basin.nn.Differentiable;
import org.basin.nn.Layered;
import org.basin.nn.ModelForm;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;

/**
 * A fully connected network of L layers: a⁰ = x, zˡ = Wˡaˡ⁻¹ + bˡ, aˡ = σ(zˡ) for l &lt; L, and the
 * output is zᴸ. Its tensors, in this order, are {@code layers.l.weight} (outputs × inputs of the
 * layer) and, if the layer has a bias, {@code layers.l.bias} (outputs × 1), with l counted from 0
 * as in PyTorch.
 */
class FullyConnected implements Differentiable, Layered {

  /** Which biases exist, and which tensors are trained. The last layer is the output layer. */
  record Parts(
      boolean hiddenBias,
      boolean outputBias,
      boolean trainHidden,
      boolean trainBias,
      boolean trainOutput) {

    static final Parts WEIGHTS = new Parts(false, false, true, true, true);
  }

  private final int[] sizes;
  private final Activation activation;
  private final List<Shape> shapes;

  /** The index of each layer's weight and bias among the tensors; −1 if it has no bias. */
  private final int[] weights;

  private final int[] biases;

  /** The lowest layer with a trained tensor, at which a backward pass ends; L if there is none. */
  private final int lowestTrained;

  /**
   * @param sizes the number of features, then the number of outputs of each layer; at least two
   *     numbers
   */
  FullyConnected(int[] sizes, Activation activation, Parts parts) {
    this.sizes = sizes.clone();
    this.activation = activation;
    int layers = sizes.length - 1;
    this.weights = new int[layers];
    this.biases = new int[layers];
    List<Shape> tensors = new ArrayList<>();
    int lowest = layers;
    for (int l = layers - 1; l >= 0; l--) {
      lowest = isTrained(parts, l) ? l : lowest;
    }
    for (int l = 0; l < layers; l++) {
      boolean last = l == layers - 1;
      String name = "layers." + l;
      weights[l] = tensors.size();
      boolean train = last ? parts.trainOutput : parts.trainHidden;
      tensors.add(new Shape(name + ".weight", sizes[l + 1], sizes[l], train));
      biases[l] = -1;
      if (last ? parts.outputBias : parts.hiddenBias) {
        biases[l] = tensors.size();
        tensors.add(new Shape(name + ".bias", sizes[l + 1], 1, parts.trainBias));
      }
    }
    this.shapes = List.copyOf(tensors);
    this.lowestTrained = lowest;
  }

  private boolean isTrained(Parts parts, int l) {
    boolean last = l == sizes.length - 2;
    boolean bias = last ? parts.outputBias : parts.hiddenBias;
    return (last ? parts.trainOutput : parts.trainHidden) || (bias && parts.trainBias);
  }

  @Override
  public final Optional<ModelForm> form() {
    List<DenseLayer> layers = new ArrayList<>();
    for (int l = 0; l < weights.length; l++) {
      boolean trainsBias = biases[l] >= 0 && shapes.get(biases[l]).trained();
      boolean trainsWeight = shapes.get(weights[l]).trained();
      layers.add(
          new DenseLayer(
              sizes[l], sizes[l + 1], weights[l], biases[l], trainsWeight, trainsBias, false));
    }
    return Optional.of(new ModelForm.AffineLayers(layers, activation));
  }

  @Override
  public final int inputs() {
    return sizes[0];
  }

  @Override
  public final int outputs() {
    return sizes[sizes.length - 1];
  }

  @Override
  public final List<Shape> shapes() {
    return shapes;
  }

  @Override
  public final double memory(int examples) {
    double units = 0;
    for (int l = 1; l < sizes.length; l++) {
      units += sizes[l];
    }
    return (3 * units - 2.0 * outputs()) * examples;
  }

  @Override
  public final Workspace workspace(int examples) {
    return new Pass(sizes, examples);
  }

  @Override
  public final Matrix forward(Parameters parameters, Matrix inputs, Workspace workspace) {
    Pass pass = (Pass) workspace;
    int last = weights.length - 1;
    Matrix below = inputs;
    for (int l = 0; l <= last; l++) {
      Matrix z = pass.z[l];
      affine(parameters, l, below, z);
      if (l < last) {
        activation.apply(z, pass.a[l]);
        below = pass.a[l];
      }
    }
    return pass.z[last];
  }

  @Override
  public final void backward(
      Parameters parameters,
      Matrix inputs,
      Workspace workspace,
      Matrix outputGradient,
      Parameters gradient) {
    Pass pass = (Pass) workspace;
    for (int t = 0; t < shapes.size(); t++) {
      if (!shapes.get(t).trained()) {
        gradient.get(t).fill(0);
      }
    }
    Matrix delta = outputGradient;
    for (int l = weights.length - 1; l >= lowestTrained; l--) {
      Matrix below = l == 0 ? inputs : pass.a[l - 1];
      if (shapes.get(weights[l]).trained()) {
        Blas.multiply(false, delta, true, below, gradient.get(weights[l]));
      }
      if (biases[l] >= 0 && shapes.get(biases[l]).trained()) {
        ExampleColumns.sum(delta, gradient.get(biases[l]));
      }
      if (l > lowestTrained) {
        Matrix next = pass.delta[l - 1];
        Blas.multiply(true, parameters.get(weights[l]), false, delta, next);
        activation.multiplyByDerivative(pass.z[l - 1], pass.a[l - 1], next);
        delta = next;
      }
    }
  }

  @Override
  public final Matrix tangent(
      Parameters parameters, Parameters direction, Matrix inputs, Workspace workspace) {
    Pass pass = (Pass) workspace;
    int last = weights.length - 1;
    if (lowestTrained > last) {
      pass.tangent(last).fill(0);
    }
    for (int l = lowestTrained; l <= last; l++) {
      Matrix below = l == 0 ? inputs : pass.a[l - 1];
      Matrix tangent = pass.tangent(l);
      int beta = 0;
      if (biases[l] >= 0 && shapes.get(biases[l]).trained()) {
        ExampleColumns.fill(tangent, direction.get(biases[l]));
        beta = 1;
      }
      if (shapes.get(weights[l]).trained()) {
        Blas.multiply(false, direction.get(weights[l]), false, below, 1, beta, tangent);
        beta = 1;
      }
      if (l > lowestTrained) {
        Matrix lower = pass.tangent(l - 1);
        Blas.multiply(false, parameters.get(weights[l]), false, lower, 1, beta, tangent);
      }
      if (l < last) {
        activation.multiplyByDerivative(pass.z[l], pass.a[l], tangent);
      }
    }
    return pass.tangent(last);
  }

  @Override
  public final int hiddenLayers() {
    return weights.length - 1;
  }

  @Override
  public final Matrix preactivations(Workspace workspace, int l) {
    return ((Pass) workspace).z[l];
  }

  @Override
  public final Matrix features(Workspace workspace, int l) {
    return ((Pass) workspace).a[l];
  }

  @Override
  public final Matrix pseudo(Parameters parameters, Matrix inputs, Workspace gates) {
    Pass pass = (Pass) gates;
    int last = weights.length - 1;
    Matrix below = inputs;
    for (int l = 0; l <= last; l++) {
      Matrix z = pass.tangent(l);
      affine(parameters, l, below, z);
      if (l < last) {
        activation.multiplyByDerivative(pass.z[l], pass.a[l], z);
      }
      below = z;
    }
    return below;
  }

  /** Computes z ← Wˡ·below + bˡ. */
  private void affine(Parameters parameters, int l, Matrix below, Matrix z) {
    boolean bias = biases[l] >= 0;
    if (bias) {
      ExampleColumns.fill(z, parameters.get(biases[l]));
    }
    Blas.multiply(false, parameters.get(weights[l]), false, below, 1, bias ? 1 : 0, z);
  }

  private static final class Pass implements Workspace {

    /**
     * zˡ, aˡ and the loss's derivative with respect to zˡ (size of layer × examples), lowest layer
     * first.
     */
    final Matrix[] z;

    final Matrix[] a;
    final Matrix[] delta;

    /**
     * The derivative of zˡ along a direction, times σ′ except for the output; made on first use.
     */
    private final Matrix[] tangent;

    Pass(int[] sizes, int examples) {
      int layers = sizes.length - 1;
      z = new Matrix[layers];
      a = new Matrix[layers - 1];
      delta = new Matrix[layers - 1];
      tangent = new Matrix[layers];
      for (int l = 0; l < layers; l++) {
        z[l] = new Matrix(sizes[l + 1], examples);
        if (l < layers - 1) {
          a[l] = new Matrix(sizes[l + 1], examples);
          delta[l] = new Matrix(sizes[l + 1], examples);
        }
      }
    }

    Matrix tangent(int l) {
      if (tangent[l] == null) {
        tangent[l] = new Matrix(z[l].rows(), z[l].columns());
      }
      return tangent[l];
    }
  }
}
