package org.basin.kernel;

import org.basin.nn.Parameters;

/**
 * Trains trials of one shape, each in its own lane. Lanes are numbered from 0, and no lane's
 * numbers depend on another lane. A kernel runs in one of two ways: ahead over many steps, or step
 * by step.
 */
public sealed interface Kernel permits RunAheadKernel, StepwiseKernel {

  /** The number of lanes that the kernel has memory for. */
  int lanes();

  /** Puts a trial at step 0 into a lane. */
  void put(int lane, LaneTrial trial);

  /** Reads a lane's parameters. */
  void get(int lane, Parameters parameters);

  /** Copies everything in lane {@code from} to lane {@code to}. */
  void move(int from, int to);
}
