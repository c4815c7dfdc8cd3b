package org.basin.kernel.doubles;

/** An activation σ over the numbers of a kernel's arrays, and the product with its derivative. */
public interface LaneActivation {

  /** Whether {@link #pull} needs the slopes σ′(z), which {@link #apply} then stores. */
  boolean hasSlopes();

  /**
   * Computes a ← σ(z), and the slopes if it has any.
   *
   * @param a overwritten; may be {@code z}
   * @param slopes overwritten with σ′(z); null if it has no slopes
   * @param count how many numbers, a multiple of the SIMD width
   */
  void apply(LaneArray z, LaneArray a, LaneArray slopes, int count);

  /**
   * Computes d ← d · σ′(z).
   *
   * @param a σ(z)
   * @param slopes as {@link #apply} stored them; null if it has no slopes
   */
  void pull(LaneArray a, LaneArray slopes, LaneArray d, int count);

  /**
   * Passes back through a map to one output: computes the derivatives δ = v d σ′(z) of the units
   * below, and adds the gradients of the map's weights v and of the units' biases. It takes one
   * pass over memory, where a product, {@link #pull} and two more products take five.
   *
   * @param d the derivatives with respect to the outputs, example by example
   * @param a σ(z) of the units (units × examples); overwritten with δ
   * @param slopes as {@link #apply} stored them; null if it has no slopes
   */
  void pullOne(OneOutput map, int examples, LaneArray d, LaneArray a, LaneArray slopes);
}
