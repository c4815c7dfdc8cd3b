package org.basin.kernel.doubles;

import java.util.List;
import org.basin.kernel.DenseShape;
import org.basin.kernel.LaneTrial;
import org.basin.kernel.Wide;
import org.basin.linalg.StepExamples;
import org.basin.nn.DenseLayer;
import org.basin.nn.LossForm;
import org.basin.nn.Parameters;

/**
 * Trains one network. Matrices are stored column by column, as in {@link org.basin.linalg.Matrix}.
 * ReLU is computed within the products; another activation is a pass of its own.
 */
final class DenseLane {

  private final DenseShape shape;
  private final DenseProducts products;
  private final List<DenseLayer> layers;
  private final DenseTensor[] tensors;
  private final int width;
  private final int last;

  /** Null for ReLU. */
  private final LaneActivation activation;

  /** Null for the squared loss. */
  private final LaneLoss loss;

  /**
   * For each layer, a and the loss's derivative with respect to z (outputs × examples). The last
   * layer has z instead of a, and neither if it has one output.
   */
  private final double[][] a;

  private final double[][] delta;

  /** The slopes σ′(z) of each hidden layer, if the activation has slopes. */
  private final LaneArray[] slopes;

  /** The outputs, and then the loss's derivative with respect to them, without a distance. */
  private final double[] outer;

  private final double[] sum = new double[1];

  /** Memory for examples that are converted to this precision. */
  private double[] converted = {};

  private double[] inputs = {};
  private double[] convertedLabels = {};
  private double[] labels = {};
  private int count;

  DenseLane(DenseShape shape, DenseProducts products, LaneParts parts) {
    this.shape = shape;
    this.products = products;
    this.layers = shape.layers();
    this.width = parts.width();
    this.last = layers.size() - 1;
    this.activation = shape.isRelu() ? null : parts.activation(shape.activation());
    boolean isSquared = shape.loss().term() == LossForm.Term.SQUARED;
    this.loss =
        isSquared
            ? null
            : new PlainLaneParts().loss(shape.loss().term(), shape.outputs(), shape.examples());
    this.a = new double[last + 1][];
    this.delta = new double[last + 1][];
    this.slopes = new LaneArray[last + 1];
    int count = 0;
    for (DenseLayer layer : layers) {
      count = Math.max(count, Math.max(layer.weight(), layer.bias()) + 1);
    }
    this.tensors = new DenseTensor[count];
    for (int l = 0; l <= last; l++) {
      add(l, parts);
    }
    this.outer = new double[shape.outputs() * shape.examples()];
  }

  /** Makes the tensors and arrays of layer {@code l}. */
  private void add(int l, LaneParts parts) {
    DenseLayer layer = layers.get(l);
    if (layer.weight() >= 0) {
      int rows = isSum(l) ? layer.inputs() : layer.outputs();
      int columns = isSum(l) ? 1 : layer.inputs();
      tensors[layer.weight()] =
          new DenseTensor(
              products, parts, rows, columns, false, layer.trainsWeight(), shape.rule());
    }
    if (layer.bias() >= 0) {
      tensors[layer.bias()] =
          new DenseTensor(
              products, parts, layer.outputs(), 1, true, layer.trainsBias(), shape.rule());
    }
    if (!isSum(l)) {
      a[l] = new double[padded(products.stride(layer.outputs()) * shape.examples(), width)];
      delta[l] = new double[a[l].length];
      boolean hasSlopes = l < last && activation != null && activation.hasSlopes();
      slopes[l] = hasSlopes ? LaneArray.zeros(a[l].length) : null;
    }
  }

  /** Whether layer {@code l} has one output, which is a sum. */
  private boolean isSum(int l) {
    return l == last && layers.get(l).outputs() == 1;
  }

  /** The least multiple of {@code width} that is at least {@code size}. */
  static int padded(int size, int width) {
    return (size + width - 1) / width * width;
  }

  void put(LaneTrial trial) {
    for (int t = 0; t < tensors.length; t++) {
      tensors[t].put(trial, t);
    }
  }

  void get(Parameters parameters) {
    for (int t = 0; t < tensors.length; t++) {
      tensors[t].get(parameters.get(t).data());
    }
  }

  void examples(StepExamples examples) {
    int size = examples.count() * layers.get(0).inputs();
    if (converted.length < size) {
      converted = Real.memory(size);
    }
    inputs = Real.inputs(examples, converted);
    count = examples.count();
    if (convertedLabels.length < count * shape.outputs()) {
      convertedLabels = Real.memory(count * shape.outputs());
    }
    labels = Real.labels(examples, convertedLabels);
  }

  /** Computes a, {@link #outer}, and the loss, which is stored in {@code losses[at]}. */
  void forward(@Wide double[] losses, int at) {
    for (int l = 0; l < last; l++) {
      hidden(l);
    }
    DenseLayer top = layers.get(last);
    double bias = 0;
    if (isSum(last)) {
      double[] w = top.weight() < 0 ? null : tensors[top.weight()].values();
      bias = top.bias() < 0 ? 0 : tensors[top.bias()].values()[0];
      products.outputs(w, below(last), top.inputs(), count, outer);
    } else {
      affine(last);
      DensePasses.copy(a[last], products.stride(top.outputs()), top.outputs(), count, outer);
    }
    losses[at] = loss == null ? squares(bias) : terms(bias);
  }

  /** Computes the activations of a hidden layer. */
  private void hidden(int l) {
    DenseLayer layer = layers.get(l);
    int m = layer.outputs();
    if (activation == null) {
      double[] w = tensors[layer.weight()].values();
      double[] bias = layer.bias() < 0 ? null : tensors[layer.bias()].values();
      products.forward(
          w, m, bias, layer.skip(), below(l), belowStride(l), layer.inputs(), count, a[l]);
    } else {
      affine(l);
      LaneArray z = LaneArray.of(a[l]);
      activation.apply(z, z, slopes[l], padded(products.stride(m) * count, width));
    }
  }

  /** Computes z of a layer. */
  private void affine(int l) {
    DenseLayer layer = layers.get(l);
    int m = layer.outputs();
    int stride = products.stride(m);
    double[] w = tensors[layer.weight()].values();
    products.map(w, m, below(l), belowStride(l), layer.inputs(), count, a[l]);
    if (layer.bias() >= 0) {
      DensePasses.add(tensors[layer.bias()].values(), 0, a[l], stride, m, count);
    }
    if (layer.skip()) {
      DensePasses.add(below(l), belowStride(l), a[l], stride, m, count);
    }
  }

  /** The squared loss, from outputs without their bias; outputs become derivatives. */
  private @Wide double squares(double bias) {
    @Wide double factor = shape.factor(count);
    @Wide double total = 0;
    for (int i = 0; i < count * shape.outputs(); i++) {
      double output = bias + outer[i];
      @Wide double residual = output - labels[i];
      total += residual * residual;
      outer[i] = Real.of(2 * factor * residual);
    }
    return total * factor;
  }

  /** Another loss, in the same way. */
  private @Wide double terms(double bias) {
    for (int i = 0; i < count * shape.outputs(); i++) {
      outer[i] += bias;
    }
    sum[0] = 0;
    @Wide double factor = shape.factor(count);
    loss.add(LaneArray.of(outer), LaneArray.of(labels), 0, count, Real.of(factor), sum);
    return sum[0] * factor;
  }

  /** Takes the step after {@link #forward}. */
  void backward(double stepSize) {
    int lowest = shape.lowestTrained();
    double[] above = outer;
    if (!isSum(last)) {
      int m = layers.get(last).outputs();
      DensePasses.spread(outer, m, count, products.stride(m), delta[last]);
      above = delta[last];
    }
    for (int l = last; l >= lowest; l--) {
      DenseLayer layer = layers.get(l);
      if (l > lowest) {
        pullBack(l, above); // This must happen before the weights change.
      }
      if (layer.trainsWeight() && isSum(l)) {
        tensors[layer.weight()].descend(below(l), outer, 1, count, stepSize);
      } else if (layer.trainsWeight()) {
        tensors[layer.weight()].descend(above, below(l), belowStride(l), count, stepSize);
      }
      if (layer.bias() >= 0 && layer.trainsBias()) {
        int aboveStride = isSum(l) ? 1 : products.stride(layer.outputs());
        tensors[layer.bias()].descend(above, aboveStride, count, stepSize);
      }
      above = l > lowest ? delta[l - 1] : above;
    }
  }

  /** Computes the derivative with respect to z of the layer below layer {@code l}. */
  private void pullBack(int l, double[] above) {
    DenseLayer layer = layers.get(l);
    int m = layer.outputs();
    int k = layer.inputs();
    double[] w = layer.weight() < 0 ? null : tensors[layer.weight()].values();
    if (activation == null && isSum(l)) {
      products.spread(outer, w, a[l - 1], k, count, delta[l - 1]);
    } else if (activation == null) {
      products.backward(w, m, layer.skip(), above, a[l - 1], k, count, delta[l - 1]);
    } else {
      int stride = products.stride(k);
      if (isSum(l)) {
        DensePasses.spread(outer, w, k, count, stride, delta[l - 1]);
      } else {
        products.mapBack(w, m, above, k, count, delta[l - 1]);
      }
      if (layer.skip()) {
        DensePasses.add(above, stride, delta[l - 1], stride, k, count);
      }
      LaneArray below = LaneArray.of(a[l - 1]);
      LaneArray d = LaneArray.of(delta[l - 1]);
      activation.pull(below, slopes[l - 1], d, padded(stride * count, width));
    }
  }

  /** The input of layer {@code l} (inputs × examples). */
  private double[] below(int l) {
    return l == 0 ? inputs : a[l - 1];
  }

  /** The distance between columns of {@link #below}. */
  private int belowStride(int l) {
    int k = layers.get(l).inputs();
    return l == 0 ? k : products.stride(k);
  }
}
