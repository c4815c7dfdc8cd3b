package org.basin.probe.paper;

import org.basin.data.Data;
import org.basin.data.TrainingSet;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.probe.ModelWork;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * The neural correlation function N(w) = Σ_i ⟨z_i, H(x_i; w)⟩ of a two-homogeneous network H and a
 * training set, with z_i = −∂ℓ/∂ŷ(0, y_i), where ℓ includes the loss's reduction. Near w = 0,
 * gradient flow of the loss is close to that of −N. Kumar &amp; Haupt (2024), Section 3. Near a
 * saddle (w̄_n, 0), N is a function of the other weights, with the residual labels z_i =
 * −∂ℓ/∂ŷ(H(x_i; w̄_n), y_i) (Section 5).
 *
 * <p>One lane owns it, and it keeps a workspace.
 */
final class Correlation {

  private final Model model;
  private final Loss loss;
  private final TrainingSet set;
  private final Matrix residual;
  private final Model.Workspace workspace;
  private final Parameters gradient;

  private Correlation(Model model, Loss loss, TrainingSet set) {
    this.model = model;
    this.loss = loss;
    this.set = set;
    this.residual = new Matrix(set.outputs(), set.size());
    this.workspace = model.workspace(set.size());
    this.gradient = new Parameters(model.shapes());
    around(new Matrix(set.outputs(), set.size()));
  }

  /**
   * @throws SpecException if the data are not a training set, or if the model is not
   *     two-homogeneous in its trained parameters
   */
  static Correlation of(Section probe, Model model, Data data, Loss loss) {
    if (!(data instanceof TrainingSet set)) {
      throw new SpecException(
          probe.path(), "is " + probe.kind() + ", which needs a finite training set");
    }
    Correlation correlation = new Correlation(model, loss, set);
    if (!model.shapes().stream().allMatch(Shape::trained) || !correlation.isTwoHomogeneous()) {
      throw new SpecException(
          probe.path(),
          "is "
              + probe.kind()
              + ", which needs a model that is two-homogeneous in its trained tensors");
    }
    return correlation;
  }

  /**
   * Splits w at {@code saddle}, and sets z to the residual labels around w_n.
   *
   * @return (0, w_z)
   */
  Parameters near(Saddle saddle, Parameters w) {
    if (!saddle.isOrigin()) {
      saddle.mark(w);
      around(model.forward(saddle.large(w), set.examples(), workspace));
    }
    return saddle.small(w);
  }

  private void around(Matrix outputs) {
    loss.gradient(outputs, set.labels(), residual);
    for (int i = 0; i < residual.data().length; i++) {
      residual.data()[i] = -residual.data()[i];
    }
  }

  /** The inputs (inputs × examples). */
  Matrix inputs() {
    return set.examples();
  }

  /** The labels z (outputs × examples). */
  Matrix residual() {
    return residual;
  }

  /** The value N(w). */
  double value(Parameters w) {
    double[] outputs = model.forward(w, set.examples(), workspace).data();
    double sum = 0;
    for (int i = 0; i < outputs.length; i++) {
      sum += residual.data()[i] * outputs[i];
    }
    return sum;
  }

  /** The gradient ∇N(w), valid until the next call. */
  Parameters gradient(Parameters w) {
    model.forward(w, set.examples(), workspace);
    model.backward(w, set.examples(), workspace, residual, gradient);
    return gradient;
  }

  /** Whether H(x; 2w) = 4·H(x; w) for one w without zeros and for every x. */
  /** The work of {@link #near} and {@link #gradient}. */
  ModelWork gradientWork(Saddle saddle) {
    ModelWork work = ModelWork.forward(set.size()).andBackward(set.size());
    return saddle.isOrigin() ? work : work.andForward(set.size());
  }

  double examples() {
    return set.size();
  }

  private boolean isTwoHomogeneous() {
    Parameters w = new Parameters(model.shapes());
    Parameters twice = new Parameters(model.shapes());
    for (int i = 0; i < w.count(); i++) {
      double[] tensor = w.get(i).data();
      for (int k = 0; k < tensor.length; k++) {
        tensor[k] = Math.cos(1 + i + k); // These are arbitrary fixed numbers of both signs.
        twice.get(i).data()[k] = 2 * tensor[k];
      }
    }
    double[] once = model.forward(w, set.examples(), workspace).data().clone();
    double[] doubled = model.forward(twice, set.examples(), workspace).data();
    double largest = 0;
    double error = 0;
    for (int i = 0; i < once.length; i++) {
      largest = Math.max(largest, Math.abs(doubled[i]));
      error = Math.max(error, Math.abs(doubled[i] - 4 * once[i]));
    }
    return error <= 1e-9 * largest;
  }
}
