package org.basin.train;

import org.basin.nn.Loss;
import org.basin.nn.Matrix;
import org.basin.nn.Model;
import org.basin.nn.Objective;
import org.basin.nn.Parameters;

/**
 * The loss over a matrix of examples: a training set, or the minibatch that stands in it at the
 * moment. The workspace is made at the first pass, for a stochastic trial may never need the whole
 * set's.
 */
final class SetObjective implements Objective {

  private final Model model;
  private final Loss loss;
  private final Matrix inputs;
  private final Matrix labels;
  private Model.Workspace workspace;
  private Matrix outputGradient;

  /**
   * @param inputs (inputs × examples), one example per column; not modified
   * @param labels (outputs × examples); not modified
   */
  SetObjective(Model model, Loss loss, Matrix inputs, Matrix labels) {
    this.model = model;
    this.loss = loss;
    this.inputs = inputs;
    this.labels = labels;
  }

  /** The outputs (outputs × examples); valid until the next pass. */
  Matrix outputs(Parameters parameters) {
    if (workspace == null) {
      workspace = model.workspace(inputs.columns());
      outputGradient = new Matrix(labels.rows(), labels.columns());
    }
    return model.forward(parameters, inputs, workspace);
  }

  @Override
  public double value(Parameters parameters) {
    return loss.value(outputs(parameters), labels);
  }

  @Override
  public double gradient(Parameters parameters, Parameters gradient) {
    Matrix outputs = outputs(parameters);
    double value = loss.gradient(outputs, labels, outputGradient);
    model.backward(parameters, inputs, workspace, outputGradient, gradient);
    return value;
  }
}
