package org.basin.kernel.doubles;

import org.basin.nn.ActivationForm;
import org.basin.nn.LossForm;
import org.basin.nn.UpdateTerms;

/**
 * The parts of which a kernel of networks in lanes is made. One form computes one lane in plain
 * Java, another as many as a SIMD vector has elements; both give the same numbers.
 */
public interface LaneParts {

  /** The number of lanes that are computed together. */
  int width();

  /** Returns the products of affine maps and their gradients. */
  LaneProducts products();

  /** Returns an activation. */
  LaneActivation activation(ActivationForm form);

  /**
   * Returns a loss.
   *
   * @param outputs the number of a network's outputs
   * @param examples the max number of examples of a call
   */
  LaneLoss loss(LossForm.Term term, int outputs, int examples);

  /** Returns an update. */
  LaneUpdate update(UpdateTerms terms);
}
