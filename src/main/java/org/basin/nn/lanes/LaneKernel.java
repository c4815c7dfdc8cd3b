package org.basin.nn.lanes;

import org.basin.nn.Parameters;

/**
 * The training steps of trials of one shape, by gradient descent on the whole training set, which
 * may differ by lane. Lanes are numbered from 0; what one holds depends on no other.
 *
 * <p>Arrays over steps and lanes have step s of lane l at {@code s * lanes() + l}.
 */
public interface LaneKernel {

  /** How many lanes there is room for: a multiple of the SIMD width. */
  int lanes();

  /** Puts a trial into a lane, at step 0. */
  void put(int lane, LaneTrial trial);

  /** Reads a lane's parameters. */
  void get(int lane, Parameters parameters);

  /** Puts into lane {@code to} all that stands in lane {@code from}. */
  void move(int from, int to);

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
