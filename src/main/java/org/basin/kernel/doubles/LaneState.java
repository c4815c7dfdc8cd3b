package org.basin.kernel.doubles;

import java.util.function.IntFunction;
import org.basin.nn.AdamTerms;
import org.basin.nn.DescentTerms;
import org.basin.nn.UpdateTerms;

/** What an update reads and writes: arrays with the same element at the same index. */
public final class LaneState {

  /** The weights, which may be followed by others that are not trained. */
  public final LaneArray weights;

  /** The gradient; an update may overwrite it. */
  public final LaneArray gradient;

  /** The velocities of the momentum, or Adam's running mean; empty without either. */
  public final LaneArray velocity;

  /** Adam's running mean of squares; empty for another update. */
  public final LaneArray square;

  /** The factors of the update. */
  public final LaneFactors factors;

  /**
   * Makes a state of zeros.
   *
   * @param length the length of the weights
   * @param trained the length of what the update keeps
   * @param gradient the length of the gradient
   * @param width the number of lanes
   * @param memory gives arrays of zeros
   */
  LaneState(
      int length,
      int trained,
      int gradient,
      int width,
      UpdateTerms rule,
      IntFunction<LaneArray> memory) {
    boolean isAdam = rule instanceof AdamTerms;
    boolean hasVelocity = !(rule instanceof DescentTerms descent) || descent.momentum();
    this.weights = memory.apply(length);
    this.gradient = memory.apply(gradient);
    this.velocity = memory.apply(hasVelocity ? trained : 0);
    this.square = memory.apply(isAdam ? trained : 0);
    this.factors = new LaneFactors(width);
  }
}
