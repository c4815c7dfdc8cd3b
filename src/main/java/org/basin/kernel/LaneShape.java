package org.basin.kernel;

import org.basin.linalg.Precision;

/**
 * The properties that trials must share so that one kernel can train them. Trials with equal shapes
 * share a kernel.
 */
public interface LaneShape {

  /** The floating-point type in which the kernel computes. */
  Precision precision();

  /**
   * Makes a new kernel.
   *
   * @param provider the provider of this {@link #precision}
   * @param lanes the min number of lanes that it has memory for; &ge; 1
   */
  Kernel kernel(KernelProvider provider, int lanes);

  /**
   * About how much memory a {@link #kernel} of {@code lanes} lanes uses, in bytes. The engine
   * predicts a batch's memory from it.
   *
   * @param lanes &ge; 0
   */
  double memory(int lanes);

  /** The number of lanes whose numbers are in one array. */
  default int interleaved() {
    return 1;
  }

  /** Whether training trials one after another, in kernels of one lane each, is faster. */
  default boolean isAlone() {
    return false;
  }
}
