package org.basin.probe.paper;

import org.basin.linalg.Matrix;
import org.basin.linalg.Norms;
import org.basin.nn.Parameters;

/**
 * An immutable vector: the elements of all tensors, one tensor after another, or the weights of one
 * neuron.
 */
final class FlatVector {

  private final double[] x;

  /**
   * Makes a vector of these elements.
   *
   * @param x used itself, not copied
   */
  FlatVector(double... x) {
    this.x = x;
  }

  /** Copies the elements of all tensors. */
  static FlatVector of(Parameters parameters) {
    int length = 0;
    for (int i = 0; i < parameters.count(); i++) {
      length += parameters.get(i).data().length;
    }
    double[] all = new double[length];
    int at = 0;
    for (int i = 0; i < parameters.count(); i++) {
      double[] tensor = parameters.get(i).data();
      System.arraycopy(tensor, 0, all, at, tensor.length);
      at += tensor.length;
    }
    return new FlatVector(all);
  }

  /**
   * Neuron {@code j}'s input weights, and its output weight if there is one.
   *
   * @param inputWeights (neurons × inputs)
   * @param outputWeights (1 × neurons); null if there are none
   */
  static FlatVector neuron(Matrix inputWeights, Matrix outputWeights, int j) {
    int inputs = inputWeights.columns();
    double[] neuron = new double[outputWeights == null ? inputs : inputs + 1];
    for (int c = 0; c < inputs; c++) {
      neuron[c] = inputWeights.get(j, c);
    }
    if (outputWeights != null) {
      neuron[inputs] = outputWeights.get(0, j);
    }
    return new FlatVector(neuron);
  }

  /** Element {@code i}. */
  double get(int i) {
    return x[i];
  }

  double inner(FlatVector other) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * other.x[i];
    }
    return sum;
  }

  double norm() {
    return Math.sqrt(inner(this));
  }

  /** ‖x − factor·other‖. */
  double distanceTo(FlatVector other, double factor) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double difference = x[i] - factor * other.x[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  /** The sine of the angle to {@code other}, ‖x − (x·ô)ô‖/‖x‖; NaN if either vector is 0. */
  double sineTo(FlatVector other) {
    double share = inner(other) / other.inner(other);
    double rest = 0;
    for (int i = 0; i < x.length; i++) {
      double part = x[i] - share * other.x[i];
      rest += part * part;
    }
    return Math.sqrt(rest) / norm();
  }

  /** The angle to {@code other}, in radians in [0, π]; NaN if either vector is 0. */
  double angleTo(FlatVector other) {
    return Norms.angle(x, other.x);
  }
}
