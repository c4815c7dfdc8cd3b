package org.basin.nn.optimiser;

import org.basin.nn.Parameters;

/** Reads and writes the trained tensors of parameters as one vector, in their order. */
final class TrainedTensors {

  private TrainedTensors() {}

  /** The vector's length. */
  static int size(Parameters parameters) {
    int size = 0;
    for (int t = 0; t < parameters.count(); t++) {
      size += parameters.isTrained(t) ? parameters.get(t).data().length : 0;
    }
    return size;
  }

  /** Reads the tensors into a new vector. */
  static double[] read(Parameters parameters) {
    double[] vector = new double[size(parameters)];
    int from = 0;
    for (int t = 0; t < parameters.count(); t++) {
      if (parameters.isTrained(t)) {
        double[] tensor = parameters.get(t).data();
        System.arraycopy(tensor, 0, vector, from, tensor.length);
        from += tensor.length;
      }
    }
    return vector;
  }

  /** Writes the vector into the tensors; those that are not trained do not change. */
  static void write(double[] vector, Parameters parameters) {
    int from = 0;
    for (int t = 0; t < parameters.count(); t++) {
      if (parameters.isTrained(t)) {
        double[] tensor = parameters.get(t).data();
        System.arraycopy(vector, from, tensor, 0, tensor.length);
        from += tensor.length;
      }
    }
  }
}
