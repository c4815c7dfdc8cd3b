package org.basin.data;

import org.basin.linalg.Matrix;
import org.basin.nn.Model;
import org.basin.nn.Objective;
import org.basin.nn.Parameters;

/**
 * The population loss of a linear model as a function of its parameters. The model's outputs on the
 * identity matrix are w_eᵀ, so its backward pass turns the gradient with respect to w_e into that
 * with respect to the parameters.
 */
final class SignObjective implements Objective {

  private final Model model;
  private final LogisticClosedForm closedForm;
  private final Matrix identity;
  private final Model.Workspace workspace;
  private final Matrix outputGradient;

  SignObjective(Model model, LogisticClosedForm closedForm) {
    this.model = model;
    this.closedForm = closedForm;
    identity = Matrix.identity(model.inputs());
    workspace = model.workspace(model.inputs());
    outputGradient = new Matrix(1, model.inputs());
  }

  @Override
  public double value(Parameters parameters) {
    return closedForm.value(model.forward(parameters, identity, workspace).data());
  }

  @Override
  public double gradient(Parameters parameters, Parameters gradient) {
    double[] effective = model.forward(parameters, identity, workspace).data();
    double loss = closedForm.gradient(effective, outputGradient.data());
    model.backward(parameters, identity, workspace, outputGradient, gradient);
    return loss;
  }
}
