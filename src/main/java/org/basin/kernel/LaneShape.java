package org.basin.kernel;

import org.basin.linalg.Precision;

/** What trials must have in common to be trained by one kernel. Equal shapes share a kernel. */
public interface LaneShape {

  /** What the kernel computes in. */
  Precision precision();

  /**
   * A new kernel.
   *
   * @param provider of this {@link #precision}
   * @param lanes room for at least so many; &ge; 1
   */
  Kernel kernel(KernelProvider provider, int lanes);

  /**
   * About how much memory a {@link #kernel} of {@code lanes} lanes uses, in bytes. The engine
   * predicts a batch's memory from it.
   *
   * @param lanes &ge; 0
   */
  double memory(int lanes);

  /** Lanes whose numbers stand in one array. */
  default int interleaved() {
    return 1;
  }

  /** Whether trials are better off in kernels of one lane each, one after the other. */
  default boolean isAlone() {
    return false;
  }
}
