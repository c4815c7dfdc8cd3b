package org.basin.kernel;

/**
 * A kernel that takes many steps in one call: full-batch training, on a training set that stands in
 * the kernel and may differ by lane.
 *
 * <p>Arrays over steps and lanes have step s of lane l at {@code s * lanes() + l}.
 */
public non-sealed interface RunAheadKernel extends Kernel {

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
