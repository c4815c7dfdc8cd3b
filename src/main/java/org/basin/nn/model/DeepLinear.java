package org.basin.nn.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.basin.linalg.Blas;
import org.basin.linalg.Matrix;
import org.basin.nn.Linear;
import org.basin.nn.Model;
import org.basin.nn.ModelFactory;
import org.basin.nn.ModelForm;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.nn.TensorForm;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * The deep linear network φ(x) = W_N ⋯ W_1 x without bias, with every layer trained. Lin, Sun &amp;
 * Zhang (2021). Tensor {@code layers.i.weight} is W_{i+1}.
 *
 * <p>A pass first multiplies the layers together and then multiplies the inputs once, so its cost
 * hardly grows with depth if there are more examples than features. With P_i = W_i ⋯ W_1, S_i = W_N
 * ⋯ W_{i+1} and G = ∂L/∂(W_N ⋯ W_1) = D Xᵀ for output gradients D, ∂L/∂W_i = S_iᵀ G P_{i−1}ᵀ.
 */
final class DeepLinear implements Linear {

  private final int inputs;
  private final int outputs;

  /** The number of rows of every layer except the last. */
  private final int width;

  private final List<Shape> shapes;

  DeepLinear(int inputs, int outputs, int depth, int width) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.width = width;
    List<Shape> layers = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      int rows = i == depth - 1 ? outputs : width;
      int columns = i == 0 ? inputs : width;
      layers.add(new Shape("layers." + i + ".weight", rows, columns, true));
    }
    this.shapes = List.copyOf(layers);
  }

  @Override
  public Optional<ModelForm> form() {
    return Optional.of(new ModelForm.MatrixProduct(inputs, outputs, shapes.size(), width));
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
    return 2.0 * inputs * activations() + (double) outputs * examples;
  }

  @Override
  public Workspace workspace(int examples) {
    return new Pass(shapes, inputs, outputs, examples);
  }

  @Override
  public Matrix forward(Parameters parameters, Matrix inputs, Workspace workspace) {
    Pass pass = (Pass) workspace;
    for (int i = 1; i < shapes.size(); i++) {
      Matrix below = i == 1 ? parameters.get(0) : pass.prefix[i - 1];
      Blas.multiply(false, parameters.get(i), false, below, pass.prefix[i]);
    }
    Blas.multiply(false, product(parameters, pass), false, inputs, pass.output);
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
    int last = shapes.size() - 1;
    if (last == 0) {
      Blas.multiply(false, outputGradient, true, inputs, gradient.get(0));
      return;
    }
    // sensitivity[i] = S_iᵀ G is the gradient carried back through the layers above layer i.
    Blas.multiply(false, outputGradient, true, inputs, pass.sensitivity[last]);
    for (int i = last; i > 0; i--) {
      Matrix below = i == 1 ? parameters.get(0) : pass.prefix[i - 1];
      Blas.multiply(false, pass.sensitivity[i], true, below, gradient.get(i));
      Matrix pulled = i == 1 ? gradient.get(0) : pass.sensitivity[i - 1];
      Blas.multiply(true, parameters.get(i), false, pass.sensitivity[i], pulled);
    }
  }

  private Matrix product(Parameters parameters, Pass pass) {
    int last = shapes.size() - 1;
    return last == 0 ? parameters.get(0) : pass.prefix[last];
  }

  @Override
  public Matrix effectiveWeight(Parameters parameters) {
    Matrix product = parameters.get(0);
    for (int i = 1; i < shapes.size(); i++) {
      Matrix next = new Matrix(shapes.get(i).rows(), inputs);
      Blas.multiply(false, parameters.get(i), false, product, next);
      product = next;
    }
    Matrix transposed = new Matrix(inputs, outputs);
    for (int r = 0; r < inputs; r++) {
      for (int c = 0; c < outputs; c++) {
        transposed.set(r, c, product.get(c, r));
      }
    }
    return transposed;
  }

  @Override
  public double balancedness(Parameters parameters) {
    double worst = 0;
    for (int j = 0; j + 1 < shapes.size(); j++) {
      Matrix lower = parameters.get(j);
      Matrix difference = new Matrix(lower.rows(), lower.rows());
      Blas.multiply(false, lower, true, lower, difference);
      Blas.multiply(true, parameters.get(j + 1), false, parameters.get(j + 1), 1, -1, difference);
      double squares = 0;
      for (double d : difference.data()) {
        squares += d * d;
      }
      worst = Math.max(worst, Math.sqrt(squares)); // Math.max keeps NaN.
    }
    return worst;
  }

  private static final class Pass implements Workspace {

    /** Element i ≥ 1 is P_{i+1} (rows of layer i × inputs). */
    final Matrix[] prefix;

    /** Element i ≥ 1 is S_iᵀ G (rows of layer i × inputs). */
    final Matrix[] sensitivity;

    final Matrix output;

    Pass(List<Shape> shapes, int inputs, int outputs, int examples) {
      prefix = new Matrix[shapes.size()];
      sensitivity = new Matrix[shapes.size()];
      for (int i = 1; i < shapes.size(); i++) {
        prefix[i] = new Matrix(shapes.get(i).rows(), inputs);
        sensitivity[i] = new Matrix(shapes.get(i).rows(), inputs);
      }
      output = new Matrix(outputs, examples);
    }
  }

  static final class Factory implements ModelFactory {

    @Override
    public String kind() {
      return "deep-linear";
    }

    @Override
    public String summary() {
      return "A deep linear network, W_N ⋯ W_1 x, without biases; every layer is trained.";
    }

    @Override
    public List<Key> keys() {
      return List.of(
          Key.integer(
              "depth",
              Range.closed(1, Model.MOST_LAYERS),
              "number of layers N; 1 is a linear model"),
          Key.integer(
                  "width",
                  Range.atLeast(1),
                  "rows of every layer except the last; absent: as many as inputs")
              .optional());
    }

    @Override
    public List<TensorForm> tensors() {
      return List.of(
          new TensorForm(
              "layers.<l>.weight",
              "n_(l+1)",
              "n_l",
              "the weights of one output of layer l + 1; layers act on columns from the left;"
                  + " n_0 = inputs, then width, last outputs"));
    }

    @Override
    public Model create(Section section, int inputs, int outputs) {
      int width = section.has("width") ? section.integer("width") : inputs;
      return new DeepLinear(inputs, outputs, section.integer("depth"), width);
    }
  }
}
