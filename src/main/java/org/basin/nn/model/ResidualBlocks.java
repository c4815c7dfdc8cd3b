package org.basin.nn.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.basin.linalg.Blas;
import org.basin.linalg.ExampleColumns;
import org.basin.linalg.Matrix;
import org.basin.nn.Activation;
import org.basin.nn.Model;
import org.basin.nn.ModelFactory;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.nn.TensorForm;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * A network of L residual blocks, each with as many neurons as inputs, and a linear read-out: h⁰ =
 * x, and the output is W_o hᴸ + b_o. With the skip s, for l = 1 … L,
 *
 * <ul>
 *   <li>with the skip inside the activation, hˡ = σ((s·I + Wˡ) hˡ⁻¹ + bˡ), the link of Li &amp;
 *       Yuan (2017);
 *   <li>with the skip outside of it, hˡ = s·hˡ⁻¹ + σ(Wˡ hˡ⁻¹ + bˡ), after He et al. (2016).
 * </ul>
 *
 * <p>With s = 0, both are the vanilla network. The tensors are {@code blocks.l.weight} (inputs ×
 * inputs) and {@code blocks.l.bias}, with l counted from 0, then {@code output.weight} and {@code
 * output.bias}.
 */
final class ResidualBlocks implements Model {

  private final int inputs;
  private final int outputs;
  private final int depth;
  private final Activation activation;
  private final double skip;

  /** Whether the skip is inside the activation. */
  private final boolean inside;

  private final boolean bias;
  private final boolean outputBias;
  private final List<Shape> shapes;

  private ResidualBlocks(Section section, int inputs, int outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
    depth = section.integer("depth");
    activation = FullyConnectedFactory.activation(section);
    skip = section.real("skip");
    inside = section.text("link").equals("inside");
    bias = section.flag("bias");
    outputBias = section.flag("output-bias");
    List<Shape> tensors = new ArrayList<>();
    for (int l = 0; l < depth; l++) {
      add(tensors, "blocks." + l, inputs, bias);
    }
    add(tensors, "output", outputs, outputBias);
    shapes = List.copyOf(tensors);
  }

  private void add(List<Shape> tensors, String layer, int rows, boolean biased) {
    tensors.add(new Shape(layer + ".weight", rows, inputs, true));
    if (biased) {
      tensors.add(new Shape(layer + ".bias", rows, 1, true));
    }
  }

  /**
   * The index of the weight of block {@code l} among the tensors; for l = depth, that of the
   * read-out.
   */
  private int weight(int l) {
    return bias ? 2 * l : l;
  }

  @Override
  public int inputs() {
    return inputs;
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public List<Shape> shapes() {
    return shapes;
  }

  @Override
  public double memory(int examples) {
    return ((3.0 * depth + 2) * inputs + outputs) * examples;
  }

  @Override
  public Workspace workspace(int examples) {
    return new Pass(examples);
  }

  @Override
  public Matrix forward(Parameters parameters, Matrix inputs, Workspace workspace) {
    Pass pass = (Pass) workspace;
    Matrix below = inputs;
    for (int l = 0; l < depth; l++) {
      Matrix z = pass.z[l];
      boolean started = bias || (inside && skip != 0);
      if (bias) {
        ExampleColumns.fill(z, parameters.get(weight(l) + 1));
      } else if (started) {
        z.fill(0);
      }
      if (inside && skip != 0) {
        add(z, skip, below);
      }
      Blas.multiply(false, parameters.get(weight(l)), false, below, 1, started ? 1 : 0, z);
      activation.apply(z, pass.a[l]);
      if (!inside) {
        pass.h[l].copyFrom(pass.a[l]);
        add(pass.h[l], skip, below);
      }
      below = pass.h[l];
    }
    if (outputBias) {
      ExampleColumns.fill(pass.output, parameters.get(weight(depth) + 1));
    }
    Matrix readOut = parameters.get(weight(depth));
    Blas.multiply(false, readOut, false, below, 1, outputBias ? 1 : 0, pass.output);
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
    int readOut = weight(depth);
    Blas.multiply(false, outputGradient, true, pass.h[depth - 1], gradient.get(readOut));
    if (outputBias) {
      ExampleColumns.sum(outputGradient, gradient.get(readOut + 1));
    }
    // The loss's derivative with respect to hˡ, which becomes that with respect to zˡ.
    Matrix delta = pass.delta;
    Matrix next = pass.next;
    Blas.multiply(true, parameters.get(readOut), false, outputGradient, delta);
    for (int l = depth - 1; l >= 0; l--) {
      int w = weight(l);
      next.fill(0);
      if (!inside) {
        add(next, skip, delta);
      }
      activation.multiplyByDerivative(pass.z[l], pass.a[l], delta);
      if (inside) {
        add(next, skip, delta);
      }
      Blas.multiply(false, delta, true, l == 0 ? inputs : pass.h[l - 1], gradient.get(w));
      if (bias) {
        ExampleColumns.sum(delta, gradient.get(w + 1));
      }
      if (l > 0) {
        Blas.multiply(true, parameters.get(w), false, delta, 1, 1, next);
        Matrix free = delta;
        delta = next;
        next = free;
      }
    }
  }

  /** Computes {@code sum} ← {@code sum} + {@code factor} · {@code term}. */
  private static void add(Matrix sum, double factor, Matrix term) {
    double[] to = sum.data();
    double[] from = term.data();
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * from[i];
    }
  }

  private final class Pass implements Workspace {

    /**
     * One matrix for every block (inputs × examples); h is a if the skip is inside the activation.
     */
    final Matrix[] z = new Matrix[depth];

    final Matrix[] a = new Matrix[depth];
    final Matrix[] h = new Matrix[depth];
    final Matrix delta;
    final Matrix next;
    final Matrix output;

    Pass(int examples) {
      Arrays.setAll(z, l -> new Matrix(inputs, examples));
      Arrays.setAll(a, l -> new Matrix(inputs, examples));
      Arrays.setAll(h, l -> inside ? a[l] : new Matrix(inputs, examples));
      delta = new Matrix(inputs, examples);
      next = new Matrix(inputs, examples);
      output = new Matrix(outputs, examples);
    }
  }

  static final class Factory implements ModelFactory {

    @Override
    public String kind() {
      return "residual-blocks";
    }

    @Override
    public String summary() {
      return "Residual blocks of as many neurons as inputs, followed by a linear read-out.";
    }

    @Override
    public List<Key> keys() {
      return List.of(
          Key.integer("depth", Range.closed(1, Model.MOST_LAYERS), "number of blocks L"),
          Key.component("activation", "activation", "σ of the blocks"),
          Key.real("skip", Range.ANY, "s, the factor of the identity; 0 for a vanilla network"),
          Key.choice(
              "link", "whether the identity is added inside or outside σ", "inside", "outside"),
          Key.flag("bias", "whether blocks have a bias"),
          Key.flag("output-bias", "whether the read-out has a bias"));
    }

    @Override
    public List<TensorForm> tensors() {
      return List.of(
          new TensorForm(
              "blocks.<l>.weight",
              "inputs",
              "inputs",
              "the weights of one neuron of block l + 1, without the skip"),
          TensorForm.bias("blocks.<l>.bias", "inputs", "neuron of block l + 1"),
          new TensorForm("output.weight", "outputs", "inputs", "the weights of one output"),
          TensorForm.bias("output.bias", "outputs", "output"));
    }

    @Override
    public Model create(Section section, int inputs, int outputs) {
      return new ResidualBlocks(section, inputs, outputs);
    }
  }
}
