package org.basin.kernel;

import org.basin.linalg.Precision;
import org.basin.nn.UpdateTerms;

/**
 * Networks W_N ⋯ W_1 x of one output under the logistic loss, of one size, on steps of one size.
 *
 * @param features of an input, ≥ 1
 * @param depth N ≥ 1
 * @param width of the layers between, ≥ 1
 * @param examples of a step, at most, ≥ 1
 * @param epoch examples of a set that is gone through again and again, so that the last step may
 *     have fewer; else 0
 * @param mean whether the loss is the mean over the examples, not the sum
 */
public record DeepLinearShape(
    int features,
    int depth,
    int width,
    int examples,
    int epoch,
    boolean mean,
    UpdateTerms rule,
    Precision precision)
    implements LaneShape {

  @Override
  public StepKernel kernel(int lanes) {
    return Kernels.of(StepKernel.class, precision, "DeepLinear", this, lanes);
  }

  /** Each lane with inputs of its own. */
  @Override
  public double memory(int lanes) {
    double elements = 0;
    for (int layer = 0; layer < depth; layer++) {
      elements += (double) rows(layer) * columns(layer);
    }
    double each = 2 * elements + (features + 1.0) * examples + 3.0 * features;
    return each * Kernels.padded(lanes, precision) * precision.bytes();
  }

  /** Of the matrix of a layer, counted from 0. */
  public int rows(int layer) {
    return layer == depth - 1 ? 1 : width;
  }

  /** Of the matrix of a layer, counted from 0. */
  public int columns(int layer) {
    return layer == 0 ? features : width;
  }
}
