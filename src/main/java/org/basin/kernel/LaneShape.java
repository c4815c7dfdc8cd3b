package org.basin.kernel;

/** What trials must have in common to be trained by one kernel. Equal shapes share a kernel. */
public interface LaneShape {

  /**
   * A kernel with room for at least so many lanes: a {@link LaneKernel} or a {@link StepKernel}.
   */
  LaneStore kernel(int lanes);

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
