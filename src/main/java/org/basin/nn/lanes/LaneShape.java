package org.basin.nn.lanes;

/** What trials must have in common to be trained by one kernel. Equal shapes share a kernel. */
public interface LaneShape {

  /**
   * A kernel with room for at least so many lanes: a {@link LaneKernel} or a {@link StepKernel}.
   */
  LaneStore kernel(int lanes);

  /** Whether trials are better off in kernels of one lane each, one after the other. */
  default boolean isAlone() {
    return false;
  }
}
