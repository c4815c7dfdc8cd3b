package org.basin.nn.model;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;
import org.basin.nn.Differentiable;
import org.basin.nn.Initialiser;
import org.basin.nn.Model;
import org.basin.nn.ModelFactory;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.nn.TensorForm;
import org.basin.settings.Key;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * The linearisation of a network at its initial parameters, f(x; θ₀) + J(x; θ₀)·θ′, with or without
 * the offset f(x; θ₀). It is linear in the increments θ′, which start at 0 and are the only trained
 * tensors. This is the neural tangent kernel at finite width (Jacot, Gabriel &amp; Hongler 2018),
 * and {@code 3layer(NTK)} of Allen-Zhu, Li &amp; Liang (2019).
 *
 * <p>Its first tensors are the network's own, θ₀, drawn as in the network but not trained. The
 * increment of each tensor that the network trains follows, for example {@code
 * increment.layers.0.weight}.
 */
final class Linearised implements Model {

  private static final String PREFIX = "increment.";

  private final Differentiable base;
  private final boolean offset;
  private final List<Shape> shapes;

  /**
   * For each tensor of the network, the index of its increment, or its own index if it is not
   * trained.
   */
  private final int[] increments;

  Linearised(Differentiable base, boolean offset) {
    this.base = base;
    this.offset = offset;
    List<Shape> of = base.shapes();
    List<Shape> all = new ArrayList<>();
    of.forEach(shape -> all.add(new Shape(shape.name(), shape.rows(), shape.columns(), false)));
    this.increments = new int[of.size()];
    for (int t = 0; t < increments.length; t++) {
      Shape shape = of.get(t);
      increments[t] = t;
      if (shape.trained()) {
        increments[t] = all.size();
        all.add(new Shape(PREFIX + shape.name(), shape.rows(), shape.columns(), true));
      }
    }
    this.shapes = List.copyOf(all);
  }

  @Override
  public int inputs() {
    return base.inputs();
  }

  @Override
  public int outputs() {
    return base.outputs();
  }

  @Override
  public List<Shape> shapes() {
    return shapes;
  }

  @Override
  public void initialise(
      Initialiser initialiser, Parameters parameters, UniformRandomProvider stream) {
    base.initialise(initialiser, start(parameters), stream);
    for (int t = increments.length; t < parameters.count(); t++) {
      parameters.get(t).fill(0);
    }
  }

  /** θ₀, the network's own tensors among {@code all}. */
  private Parameters start(Parameters all) {
    Matrix[] tensors = new Matrix[increments.length];
    for (int t = 0; t < tensors.length; t++) {
      tensors[t] = all.get(t);
    }
    return new Parameters(base.shapes(), tensors);
  }

  /** θ′ in the network's order; a tensor that is not trained stands for its own increment. */
  private Parameters increments(Parameters all) {
    Matrix[] tensors = new Matrix[increments.length];
    for (int t = 0; t < tensors.length; t++) {
      tensors[t] = all.get(increments[t]);
    }
    return new Parameters(base.shapes(), tensors);
  }

  /** The network's memory, a tangent of each unit, and the outputs. */
  @Override
  public double memory(int examples) {
    return base.memory(examples) + (base.activations() + outputs()) * examples;
  }

  @Override
  public Workspace workspace(int examples) {
    return new Pass(base.workspace(examples), new Matrix(outputs(), examples));
  }

  @Override
  public Matrix forward(Parameters parameters, Matrix inputs, Workspace workspace) {
    Pass pass = (Pass) workspace;
    Parameters start = start(parameters);
    double[] result = pass.output.data();
    double[] first = base.forward(start, inputs, pass.base).data();
    if (offset) {
      System.arraycopy(first, 0, result, 0, result.length);
    } else {
      pass.output.fill(0);
    }
    double[] tangent = base.tangent(start, increments(parameters), inputs, pass.base).data();
    for (int i = 0; i < result.length; i++) {
      result[i] += tangent[i];
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
    for (int t = 0; t < increments.length; t++) {
      if (increments[t] != t) {
        gradient.get(t).fill(0);
      }
    }
    Pass pass = (Pass) workspace;
    base.backward(start(parameters), inputs, pass.base, outputGradient, increments(gradient));
  }

  /**
   * @param output (outputs × examples)
   */
  private record Pass(Workspace base, Matrix output) implements Workspace {}

  static final class Factory implements ModelFactory {

    @Override
    public String kind() {
      return "linearised";
    }

    @Override
    public String summary() {
      return "A network's linearisation at its initial parameters; only the increments are trained.";
    }

    @Override
    public List<Key> keys() {
      return List.of(
          Key.component(
              "of",
              "model",
              "the network that is linearised; each tensor that it trains gets an increment"),
          Key.flag("offset", "whether the offset f(x; θ₀) is added"));
    }

    @Override
    public List<TensorForm> tensors() {
      return List.of(
          new TensorForm(
              "increment.<t>",
              "as of",
              "as of",
              "the increment of one row, which training changes; starts at 0"),
          new TensorForm("<t>", "as of", "as of", "one row of the network's tensor; not trained"));
    }

    @Override
    public Model create(Section section, int inputs, int outputs) {
      Section of = section.section("of");
      Model model = Models.CATALOGUE.of(of).create(of, inputs, outputs);
      if (!(model instanceof Differentiable base)) {
        throw new SpecException(
            of.path() + ".kind",
            "is " + of.kind() + ", must be a network of layers, such as three-layer");
      }
      return new Linearised(base, section.flag("offset"));
    }
  }
}
