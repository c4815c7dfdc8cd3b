package org.basin.kernel;

/** What trials must have in common to be trained by one kernel. Equal shapes share a kernel. */
public interface LaneShape {

  /**
   * A kernel with room for at least so many lanes: a {@link LaneKernel} or a {@link StepKernel}.
   */
  LaneStore kernel(int lanes);

  /**
   * Bytes that a {@link #kernel} of so many lanes holds, about: what memory is predicted by.
   *
   * @param lanes &ge; 0
   */
  double room(int lanes);

  /** Lanes whose numbers stand in one array. */
  default int interleaved() {
    return 1;
  }

  /** Whether trials are better off in kernels of one lane each, one after the other. */
  default boolean isAlone() {
    return false;
  }
}
