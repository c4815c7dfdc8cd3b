package org.basin.kernel;

/**
 * A kernel that takes many steps in one call. It does full-batch training on a training set that it
 * keeps and that may differ between lanes.
 *
 * <p>In arrays over steps and lanes, step s of lane l has the index {@code s * lanes() + l}.
 */
public non-sealed interface RunAheadKernel extends Kernel {

  /** Saves the state of all trials. */
  void save();

  /** Restores the state that {@link #save} saved. No lane may have been put or moved in between. */
  void restore();

  /**
   * Computes the losses at the current parameters.
   *
   * @param used the number of lanes, from lane 0, that are needed; the others may be skipped
   * @param losses overwritten
   */
  void evaluate(int used, double[] losses);

  /**
   * Takes steps of gradient descent.
   *
   * @param used the number of lanes, from lane 0, that are needed; the others may be skipped
   * @param stepSizes the step sizes by step and lane
   * @param losses the losses by step and lane, each before the step's update; overwritten
   */
  void descend(int used, int steps, double[] stepSizes, double[] losses);
}
