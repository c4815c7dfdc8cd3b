package org.basin.nn;

import org.basin.linalg.Matrix;

/** A model that can also be differentiated forward: along a direction of its parameters. */
public interface Differentiable extends Model {

  /**
   * The derivative of the outputs along a direction, J·v, J being the outputs' derivative by the
   * trained tensors. Follows a {@link #forward} with the same parameters, inputs and workspace, and
   * leaves what {@link #backward} needs.
   *
   * @param direction v; of tensors that are not trained not read, and taken to be 0; not modified
   * @return (outputs × examples); stands in the workspace, valid until the next pass
   */
  Matrix tangent(Parameters parameters, Parameters direction, Matrix inputs, Workspace workspace);
}
