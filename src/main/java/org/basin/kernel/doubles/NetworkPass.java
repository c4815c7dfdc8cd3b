package org.basin.kernel.doubles;

import java.util.Arrays;
import java.util.List;
import org.basin.kernel.NetworkShape;
import org.basin.nn.AdamTerms;
import org.basin.nn.DenseLayer;

/**
 * The computation of a step in a group of networks. Blocks of examples pass forward and back
 * through all layers, so that a block's numbers stay in the cache.
 */
final class NetworkPass {

  private final NetworkShape shape;
  private final List<DenseLayer> layers;
  private final NetworkLayout layout;
  private final LaneProducts products;
  private final LaneActivation activation;
  private final LaneLoss loss;
  private final LaneUpdate update;
  private final int width;
  private final int lowestTrained;

  /** A layer's outputs in a block (outputs × examples): activations, or the network's outputs. */
  private final LaneArray[] a;

  /** The slopes σ′(z) of a layer's activations; null if the activation needs none. */
  private final LaneArray[] slopes;

  /**
   * The loss's derivatives with respect to z of a layer. Those of the last layer, and of the one
   * below a single output, overwrite {@code a}.
   */
  private final LaneArray[] delta;

  private final LaneMatrix zeros;
  private final LaneMatrix ones;

  /** A gradient that is not needed, with one element for all. */
  private final LaneMatrix unused;

  /** Whether the last layer passes back by {@link LaneActivation#pullOne}. */
  private final boolean pullsOne;

  NetworkPass(NetworkShape shape, NetworkLayout layout, LaneParts parts, LaneMemory memory) {
    this.shape = shape;
    this.layers = shape.layers();
    this.layout = layout;
    this.width = parts.width();
    this.products = parts.products();
    this.activation = parts.activation(shape.activation());
    this.loss = parts.loss(shape.loss().term(), shape.outputs(), NetworkShape.BLOCK);
    this.update = parts.update(shape.rule());
    this.lowestTrained = shape.lowestTrained();
    int last = layers.size() - 1;
    this.pullsOne = shape.outputs() == 1 && !layers.get(last).skip() && last > lowestTrained;
    this.a = new LaneArray[last + 1];
    this.slopes = new LaneArray[last + 1];
    this.delta = new LaneArray[last + 1];
    for (int l = 0; l <= last; l++) {
      int size = layers.get(l).outputs() * NetworkShape.BLOCK * width;
      a[l] = memory.array(size);
      slopes[l] = l < last && activation.hasSlopes() ? memory.array(size) : null;
      boolean isOver = l == last || (pullsOne && l == last - 1);
      delta[l] = isOver ? a[l] : memory.array(size);
    }
    LaneArray one = memory.array(width);
    one.fill(1);
    this.zeros = new LaneMatrix(memory.array(width), 0, 0, 0);
    this.ones = new LaneMatrix(one, 0, 0, 0);
    this.unused = new LaneMatrix(memory.array(width), 0, 0, 0);
  }

  /** Computes the sums of the loss's terms and the gradients of a group. */
  void evaluate(NetworkGroup group, int count) {
    group.state.gradient.fill(0);
    Arrays.fill(group.sum, 0);
    double factor = Real.of(shape.factor(count));
    for (int first = 0; first < count; first += NetworkShape.BLOCK) {
      int size = Math.min(NetworkShape.BLOCK, count - first);
      forward(group, first, size);
      int at = first * shape.outputs() * width;
      loss.add(a[layers.size() - 1], group.labels(), at, size, factor, group.sum);
      backward(group, first, size);
    }
  }

  private void forward(NetworkGroup group, int first, int size) {
    int last = layers.size() - 1;
    for (int l = 0; l <= last; l++) {
      DenseLayer layer = layers.get(l);
      int m = layer.outputs();
      LaneMatrix below = below(group, l, first);
      LaneMatrix start =
          layer.skip() ? below : layer.bias() < 0 ? zeros : bias(group, layer.bias());
      products.multiply(
          m, size, layer.inputs(), start, weights(group, layer), below, block(a[l], m));
      if (l < last) {
        activation.apply(a[l], a[l], slopes[l], m * size * width);
      }
    }
  }

  private void backward(NetworkGroup group, int first, int size) {
    int top = layers.size() - 1;
    if (pullsOne) {
      pullOne(group, size);
    }
    for (int l = pullsOne ? top - 1 : top; l >= lowestTrained; l--) {
      DenseLayer layer = layers.get(l);
      int m = layer.outputs();
      int k = layer.inputs();
      LaneMatrix d = block(delta[l], m);
      LaneMatrix below = below(group, l, first);
      if (layer.trainsWeight()) {
        LaneMatrix g = layout.in(group.state.gradient, layer.weight());
        products.multiply(m, k, size, g, d, below.transposed(), g);
      }
      if (!pullsOne || l < top - 1) {
        addBias(group, layer, d, size);
      }
      if (l > lowestTrained) {
        LaneMatrix w = weights(group, layer);
        LaneMatrix start = layer.skip() ? d : zeros;
        products.multiply(k, size, m, start, w.transposed(), d, block(delta[l - 1], k));
        activation.pull(a[l - 1], slopes[l - 1], delta[l - 1], k * size * width);
      }
    }
  }

  /** Adds to the gradient of a layer's bias, if it is trained. */
  private void addBias(NetworkGroup group, DenseLayer layer, LaneMatrix d, int size) {
    LaneMatrix g = biasGradient(group, layer);
    if (g != unused) {
      products.multiply(layer.outputs(), 1, size, g, d, ones, g);
    }
  }

  private LaneMatrix biasGradient(NetworkGroup group, DenseLayer layer) {
    return layer.bias() >= 0 && layer.trainsBias()
        ? layout.in(group.state.gradient, layer.bias())
        : unused;
  }

  /** Passes back through the last layer, of one output, and to the biases below it. */
  private void pullOne(NetworkGroup group, int size) {
    int top = layers.size() - 1;
    DenseLayer layer = layers.get(top);
    LaneMatrix v = weights(group, layer);
    LaneMatrix g = layer.trainsWeight() ? layout.in(group.state.gradient, layer.weight()) : unused;
    LaneMatrix b = biasGradient(group, layers.get(top - 1));
    OneOutput map = new OneOutput(layer.inputs(), v, g, b);
    activation.pullOne(map, size, a[top], a[top - 1], slopes[top - 1]);
    addBias(group, layer, block(a[top], 1), size);
  }

  /** The inputs of layer {@code l} from example {@code first} on (inputs × examples). */
  private LaneMatrix below(NetworkGroup group, int l, int first) {
    int k = layers.get(l).inputs();
    return l == 0 ? group.inputs(first, k) : block(a[l - 1], k);
  }

  /** A block's numbers of a layer with {@code rows} units, example by example. */
  private LaneMatrix block(LaneArray array, int rows) {
    return new LaneMatrix(array, 0, width, rows * width);
  }

  private LaneMatrix weights(NetworkGroup group, DenseLayer layer) {
    return layer.weight() < 0 ? ones : layout.in(group.state.weights, layer.weight());
  }

  /** A bias as a matrix with the same column for every example. */
  private LaneMatrix bias(NetworkGroup group, int index) {
    return layout.in(group.state.weights, index).repeated();
  }

  /** Takes the step of a group that was evaluated. */
  void update(NetworkGroup group) {
    if (shape.rule() instanceof AdamTerms) {
      group.state.factors.advance();
    }
    if (shape.hasOneStepSize()) {
      update.move(group.state, 0, layout.trainedLength(), group.stepSizes());
      return;
    }
    for (int t = 0; t < layout.tensors().size(); t++) {
      NetworkLayout.Tensor tensor = layout.tensors().get(t);
      if (tensor.isTrained()) {
        int end = tensor.at() + tensor.size() * width;
        update.move(group.state, tensor.at(), end, group.stepSizes(t));
      }
    }
  }
}
