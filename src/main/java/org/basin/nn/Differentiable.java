package org.basin.nn;

import org.basin.linalg.Matrix;

/** A model that also has a forward derivative, along a direction of its parameters. */
public interface Differentiable extends Model {

  /**
   * Computes J·v, the derivative of the outputs along the direction v, where J is the derivative of
   * the outputs by the trained tensors. The call before it must be a {@link #forward} with the same
   * parameters, inputs and workspace. It leaves what {@link #backward} needs unchanged.
   *
   * @param direction v; its tensors that are not trained count as 0 and are not read; not modified
   * @return (outputs × examples); kept in the workspace and valid until the next pass
   */
  Matrix tangent(Parameters parameters, Parameters direction, Matrix inputs, Workspace workspace);
}
