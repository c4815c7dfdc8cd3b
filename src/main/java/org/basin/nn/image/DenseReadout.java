package org.basin.nn.image;

import java.util.Arrays;
import java.util.List;
import org.basin.linalg.Blas;
import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;

/**
 * The linear read-out W·x + b of images of one pixel, with tensors {@code name.weight} and {@code
 * name.bias}.
 */
final class DenseReadout implements ImageLayer {

  private final int inputs;
  private final int outputs;
  private final int weight;
  private final int bias;

  /**
   * @param tensors the tensors of the network, to which this layer's are added
   */
  DenseReadout(String name, ImageShape input, int outputs, List<Shape> tensors) {
    this.inputs = input.features();
    this.outputs = outputs;
    weight = tensors.size();
    tensors.add(new Shape(name + ".weight", outputs, inputs, true));
    bias = tensors.size();
    tensors.add(new Shape(name + ".bias", outputs, 1, true));
  }

  @Override
  public ImageShape output() {
    return new ImageShape(outputs, 1, 1);
  }

  @Override
  public double products() {
    return (double) outputs * inputs;
  }

  @Override
  public Pass pass(int examples, boolean training, MatrixPool pool) {
    Matrix z = new Matrix(outputs, examples);
    return new Pass() {
      private Matrix below;

      @Override
      public Matrix forward(Parameters parameters, Matrix input) {
        below = input;
        double[] b = parameters.get(bias).data();
        for (int e = 0; e < examples; e++) {
          System.arraycopy(b, 0, z.data(), e * outputs, outputs);
        }
        Blas.multiply(false, parameters.get(weight), false, below, 1, 1, z);
        return z;
      }

      @Override
      public Matrix backward(Parameters parameters, Matrix delta, Parameters gradient) {
        Blas.multiply(false, delta, true, below, gradient.get(weight));
        double[] sum = gradient.get(bias).data();
        Arrays.fill(sum, 0);
        for (int i = 0; i < delta.data().length; i++) {
          sum[i % outputs] += delta.data()[i];
        }
        Matrix next = pool.take(inputs, examples);
        Blas.multiply(true, parameters.get(weight), false, delta, next);
        pool.give(delta);
        return next;
      }
    };
  }
}
