package org.basin.kernel;

/**
 * The training steps of trials of one shape, by gradient descent on the whole training set, which
 * may differ by lane.
 *
 * <p>Arrays over steps and lanes have step s of lane l at {@code s * lanes() + l}.
 */
public interface LaneKernel extends LaneStore {

  /** Remembers how the trials stand. */
  void save();

  /** Sets all lanes to what {@link #save} remembered. No lane was put or moved in between. */
  void restore();

  /**
   * The losses at the parameters as they stand.
   *
   * @param used lanes from 0 that are wanted; the others may be left out
   * @param losses overwritten
   */
  void evaluate(int used, double[] losses);

  /**
   * Takes steps of gradient descent.
   *
   * @param used lanes from 0 that are wanted; the others may be left out
   * @param stepSizes by step and lane
   * @param losses by step and lane, each before its step's update; overwritten
   */
  void descend(int used, int steps, double[] stepSizes, double[] losses);
}
