package org.basin.kernel.doubles;

import java.util.List;
import org.basin.kernel.DenseShape;
import org.basin.kernel.LaneTrial;
import org.basin.kernel.Wide;
import org.basin.linalg.StepExamples;
import org.basin.nn.DenseLayer;
import org.basin.nn.Parameters;

/**
 * Trains one network. Matrices are stored column by column, as in {@link org.basin.linalg.Matrix}.
 */
final class DenseLane {

  private final DenseShape shape;
  private final DenseProducts products;
  private final List<DenseLayer> layers;
  private final DenseTensor[] tensors;

  /**
   * For each layer below the output, a and the loss's derivative with respect to z (outputs ×
   * examples).
   */
  private final double[][] a;

  private final double[][] delta;

  /** The loss's derivative with respect to the outputs. */
  private final double[] outer;

  /** Memory for examples that are converted to this precision. */
  private double[] converted = {};

  private double[] inputs = {};
  private double[] convertedLabels = {};
  private double[] labels = {};
  private int count;

  DenseLane(DenseShape shape, DenseProducts products) {
    this.shape = shape;
    this.products = products;
    this.layers = shape.layers();
    int hidden = layers.size() - 1;
    this.a = new double[hidden][];
    this.delta = new double[hidden][];
    int count = 0;
    for (DenseLayer layer : layers) {
      count = Math.max(count, Math.max(layer.weight(), layer.bias()) + 1);
    }
    this.tensors = new DenseTensor[count];
    for (int l = 0; l <= hidden; l++) {
      DenseLayer layer = layers.get(l);
      if (layer.weight() >= 0) {
        int rows = l < hidden ? layer.outputs() : layer.inputs();
        int columns = l < hidden ? layer.inputs() : 1;
        tensors[layer.weight()] =
            new DenseTensor(products, rows, columns, false, layer.trainsWeight(), shape.rule());
      }
      if (layer.bias() >= 0) {
        tensors[layer.bias()] =
            new DenseTensor(products, layer.outputs(), 1, true, layer.trainsBias(), shape.rule());
      }
      if (l < hidden) {
        a[l] = new double[products.stride(layer.outputs()) * shape.examples()];
        delta[l] = new double[a[l].length];
      }
    }
    this.outer = new double[shape.examples()];
  }

  void put(LaneTrial trial) {
    for (int t = 0; t < tensors.length; t++) {
      tensors[t].put(trial.parameters().get(t).data(), trial.momentum(), trial.weightDecay());
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
    if (convertedLabels.length < count) {
      convertedLabels = Real.memory(count);
    }
    labels = Real.labels(examples, convertedLabels);
  }

  /** Computes a, {@link #outer}, and the loss, which is stored in {@code losses[at]}. */
  void forward(@Wide double[] losses, int at) {
    int last = layers.size() - 1;
    for (int l = 0; l < last; l++) {
      DenseLayer layer = layers.get(l);
      double[] w = tensors[layer.weight()].values;
      double[] bias = layer.bias() < 0 ? null : tensors[layer.bias()].values;
      int m = layer.outputs();
      products.forward(
          w, m, bias, layer.skip(), below(l), belowStride(l), layer.inputs(), count, a[l]);
    }
    DenseLayer top = layers.get(last);
    double[] w = top.weight() < 0 ? null : tensors[top.weight()].values;
    double bias = top.bias() < 0 ? 0 : tensors[top.bias()].values[0];
    products.outputs(w, below(last), top.inputs(), count, outer);
    @Wide double factor = shape.factor(count);
    @Wide double sum = 0;
    for (int e = 0; e < count; e++) {
      double output = bias + outer[e];
      @Wide double residual = output - labels[e];
      sum += residual * residual;
      outer[e] = Real.of(2 * factor * residual);
    }
    losses[at] = sum * factor;
  }

  /** Takes the step after {@link #forward}. */
  void backward(double stepSize) {
    int last = layers.size() - 1;
    int lowest = shape.lowestTrained();
    double[] above = outer;
    for (int l = last; l >= lowest; l--) {
      DenseLayer layer = layers.get(l);
      int m = layer.outputs();
      int k = layer.inputs();
      // This must happen before the weights change.
      if (l > lowest && l == last) {
        double[] w = layer.weight() < 0 ? null : tensors[layer.weight()].values;
        products.spread(outer, w, a[l - 1], k, count, delta[l - 1]);
      } else if (l > lowest) {
        double[] w = tensors[layer.weight()].values;
        products.backward(w, m, layer.skip(), above, a[l - 1], k, count, delta[l - 1]);
      }
      if (layer.trainsWeight() && l == last) {
        tensors[layer.weight()].descend(below(l), outer, 1, count, stepSize);
      } else if (layer.trainsWeight()) {
        tensors[layer.weight()].descend(above, below(l), belowStride(l), count, stepSize);
      }
      if (layer.bias() >= 0 && layer.trainsBias()) {
        int aboveStride = l == last ? 1 : products.stride(m);
        tensors[layer.bias()].descend(above, aboveStride, count, stepSize);
      }
      above = l > lowest ? delta[l - 1] : above;
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
