package org.basin.kernel.doubles;

import org.basin.nn.AdamTerms;
import org.basin.nn.DescentTerms;
import org.basin.nn.UpdateTerms;

/** What an update reads and writes: arrays with the same element at the same index. */
public final class LaneState {

  /** The weights, which may be followed by others that are not trained. */
  public final double[] weights;

  /** The gradient; an update may overwrite it. */
  public final double[] gradient;

  /** The velocities of the momentum, or Adam's running mean; empty without either. */
  public final double[] velocity;

  /** Adam's running mean of squares; empty for another update. */
  public final double[] square;

  /** The factors of the update. */
  public final LaneFactors factors;

  /**
   * Makes a state of zeros.
   *
   * @param length the length of the weights
   * @param trained the length of what the update keeps
   * @param gradient the length of the gradient
   * @param width the number of lanes
   */
  LaneState(int length, int trained, int gradient, int width, UpdateTerms rule) {
    boolean isAdam = rule instanceof AdamTerms;
    boolean hasVelocity = !(rule instanceof DescentTerms descent) || descent.momentum();
    this.weights = new double[length];
    this.gradient = new double[gradient];
    this.velocity = new double[hasVelocity ? trained : 0];
    this.square = new double[isAdam ? trained : 0];
    this.factors = new LaneFactors(width);
  }
}
