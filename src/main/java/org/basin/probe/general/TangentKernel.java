package org.basin.probe.general;

import java.util.Set;
import org.basin.linalg.Blas;
import org.basin.linalg.Deadline;
import org.basin.linalg.Matrix;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.probe.ModelWork;

/**
 * The empirical neural tangent kernel of a model on fixed inputs: K = J·Jᵀ, where J is the
 * derivative of every output of every example with respect to the trained parameters. Jacot,
 * Gabriel &amp; Hongler (2018).
 */
final class TangentKernel {

  private final Model model;
  private final Matrix inputs;
  private final Model.Workspace workspace;
  private final Matrix input;
  private final Matrix outputGradient;

  /**
   * @param inputs (inputs × examples); not modified
   */
  TangentKernel(Model model, Matrix inputs) {
    this.model = model;
    this.inputs = inputs;
    this.workspace = model.workspace(1);
    this.input = new Matrix(inputs.rows(), 1);
    this.outputGradient = new Matrix(model.outputs(), 1);
  }

  /**
   * A new matrix K (outputs·examples × outputs·examples), with all outputs of an example adjacent.
   */
  Matrix at(Parameters parameters) {
    int outputs = model.outputs();
    Matrix jacobian = new Matrix(HessianProduct.size(parameters), outputs * inputs.columns());
    Parameters gradient = new Parameters(model.shapes());
    for (int e = 0; e < inputs.columns(); e++) {
      System.arraycopy(inputs.data(), e * input.rows(), input.data(), 0, input.rows());
      Deadline.check();
      model.forward(parameters, input, workspace);
      for (int o = 0; o < outputs; o++) {
        outputGradient.fill(0);
        outputGradient.set(o, 0, 1);
        model.backward(parameters, input, workspace, outputGradient, gradient);
        copy(gradient, jacobian, e * outputs + o);
      }
    }
    Matrix kernel = new Matrix(jacobian.columns(), jacobian.columns());
    Blas.multiply(true, jacobian, false, jacobian, kernel);
    return kernel;
  }

  /** The work of {@link #at}. */
  ModelWork work() {
    double examples = inputs.columns();
    double columns = examples * model.outputs();
    double size = Shape.size(model.shapes());
    // An example at a time, so that each pass reads all weights and each backward pass writes a
    // gradient, which is copied.
    ModelWork passes =
        new ModelWork(Set.of(), 0, examples, columns, examples + columns, 0, 3 * columns * size);
    return passes.andProducts(columns * columns * size).andElements(2 * columns * columns);
  }

  /** Copies the trained tensors into one column. */
  private static void copy(Parameters gradient, Matrix jacobian, int column) {
    int at = column * jacobian.rows();
    for (int t = 0; t < gradient.count(); t++) {
      if (gradient.isTrained(t)) {
        double[] from = gradient.get(t).data();
        System.arraycopy(from, 0, jacobian.data(), at, from.length);
        at += from.length;
      }
    }
  }
}
