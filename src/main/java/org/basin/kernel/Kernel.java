package org.basin.kernel;

import org.basin.nn.Parameters;

/**
 * Trials of one shape, each in a lane. Lanes are numbered from 0; what one holds depends on no
 * other. A kernel runs in one of two ways: ahead over many steps, or step by step.
 */
public sealed interface Kernel permits RunAheadKernel, StepwiseKernel {

  /** How many lanes there is room for. */
  int lanes();

  /** Puts a trial into a lane, at step 0. */
  void put(int lane, LaneTrial trial);

  /** Reads a lane's parameters. */
  void get(int lane, Parameters parameters);

  /** Puts into lane {@code to} all that stands in lane {@code from}. */
  void move(int from, int to);
}
