package org.basin.kernel;

import java.util.List;
import org.basin.linalg.Precision;
import org.basin.nn.DenseLayer;
import org.basin.nn.UpdateTerms;

/**
 * Networks of dense layers with ReLUs between, whose derivative at 0 is 0, and one output, under
 * the squared loss; large enough for their steps to be matrix products above all.
 *
 * @param layers from the inputs to the output; the last has one output and no skip
 * @param examples of a step, at most, ≥ 1
 * @param epoch examples of a set that is gone through again and again, so that the last step may
 *     have fewer; else 0
 * @param mean whether the loss is the mean over the examples
 * @param factor of the sum of squares if it is not
 * @param rule not Nesterov's
 */
public record DenseShape(
    List<DenseLayer> layers,
    int examples,
    int epoch,
    boolean mean,
    double factor,
    UpdateTerms rule,
    Precision precision)
    implements LaneShape {

  /** Weights of a layer beyond which OpenBLAS multiplies. */
  private static final int MOST_TILED = 1 << 16;

  @Override
  public StepKernel kernel(int lanes) {
    return isTiled()
        ? Kernels.of(StepKernel.class, precision, "Dense", this, lanes)
        : Kernels.blas(StepKernel.class, precision, "Dense", this, lanes);
  }

  @Override
  public double memory(int lanes) {
    double each = 0;
    for (DenseLayer layer : layers) {
      double copies = rule.momentum() ? 2 : 1;
      // A layer of whose own products are made has a transposed copy too.
      each += (copies + (isTiled() ? 1 : 0)) * layer.inputs() * layer.outputs();
      each += 2.0 * layer.outputs() * examples;
    }
    if (precision == Precision.FLOAT) {
      each += (double) layers.get(0).inputs() * examples; // Converted.
    }
    return each * lanes * precision.bytes();
  }

  /** Whether the products are of our own: those of matrices that stay in cache. */
  boolean isTiled() {
    return layers.size() > 1
        && layers.stream().allMatch(l -> (long) l.inputs() * l.outputs() <= MOST_TILED);
  }

  /** A lane's arrays fill the caches: blocks of steps of one lane keep them there. */
  @Override
  public boolean isAlone() {
    return true;
  }

  /** What the sum of the squares of so many examples is multiplied by. */
  public double factor(int count) {
    return mean ? 1.0 / count : factor;
  }

  /** The lowest layer with a trained tensor, where a backward pass ends. */
  public int lowestTrained() {
    int l = 0;
    while (l < layers.size() && !layers.get(l).isTrained()) {
      l++;
    }
    return l;
  }
}
