package org.basin.nn.image;

import java.util.List;
import org.basin.linalg.Blas;
import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;

/**
 * A convolution without bias, with k × k filters, stride s, and p rows and columns of zeros around
 * the image: z[o](h, w) = Σ W[o; c, i, j] · x[c](hs + i − p, ws + j − p), as in PyTorch's {@code
 * Conv2d}. Its tensor {@code name.weight} is PyTorch's (out, in, k, k), flattened to (out ×
 * in·k·k).
 *
 * <p>A forward pass multiplies the filters by {@link Patches} of the image. A backward pass makes
 * patches of the outputs' derivative, spread apart by the stride, and uses them twice: their
 * product with the mirrored filters is the derivative with respect to the image, and their product
 * with the image is the derivative with respect to the filters.
 */
final class Convolution implements ImageLayer {

  private final ImageShape input;
  private final ImageShape output;
  private final int kernel;
  private final int stride;
  private final int padding;
  private final int weight;

  /**
   * @param padding p, less than {@code kernel}
   * @param tensors the tensors of the network, to which this layer's is added
   */
  Convolution(
      String name,
      ImageShape input,
      int filters,
      int kernel,
      int stride,
      int padding,
      List<Shape> tensors) {
    this.input = input;
    this.kernel = kernel;
    this.stride = stride;
    this.padding = padding;
    this.output =
        new ImageShape(
            filters,
            (input.height() + 2 * padding - kernel) / stride + 1,
            (input.width() + 2 * padding - kernel) / stride + 1);
    weight = tensors.size();
    tensors.add(new Shape(name + ".weight", filters, input.channels() * kernel * kernel, true));
  }

  @Override
  public ImageShape output() {
    return output;
  }

  @Override
  public double products() {
    return (double) output.features() * input.channels() * kernel * kernel;
  }

  @Override
  public Pass pass(int examples, boolean training, MatrixPool pool) {
    return new Tiles(examples, pool);
  }

  private final class Tiles implements Pass {

    private final MatrixPool pool;
    private final Patches ofInput;
    private final Patches ofDelta;
    private final Matrix z;
    private Matrix below;

    /** W (out × k·k·in), with its columns in the order of a patch. */
    private final Matrix filters;

    /** The mirrored filters for the backward pass, and their gradient (in × k·k·out). */
    private final Matrix mirrored;

    private final Matrix byMirrored;

    Tiles(int examples, MatrixPool pool) {
      this.pool = pool;
      int in = input.channels();
      int out = output.channels();
      int area = kernel * kernel;
      ofInput = new Patches(input, output, kernel, stride, 1, padding, examples, pool);
      ofDelta = new Patches(output, input, kernel, 1, stride, kernel - 1 - padding, examples, pool);
      z = new Matrix(out, output.pixels() * examples);
      filters = new Matrix(out, area * in);
      mirrored = new Matrix(in, area * out);
      byMirrored = new Matrix(in, area * out);
    }

    @Override
    public Matrix forward(Parameters parameters, Matrix x) {
      below = x;
      int area = kernel * kernel;
      double[] w = parameters.get(weight).data();
      int out = output.channels();
      for (int c = 0; c < input.channels(); c++) {
        for (int ij = 0; ij < area; ij++) {
          int to = (ij * input.channels() + c) * out;
          System.arraycopy(w, (c * area + ij) * out, filters.data(), to, out);
        }
      }
      ofInput.start(x);
      while (ofInput.next()) {
        Matrix patches = ofInput.patches();
        Matrix tile = pool.scratch("outputs", out, patches.columns());
        Blas.multiply(false, filters, false, patches, tile);
        ofInput.write(tile, z);
      }
      return z;
    }

    @Override
    public Matrix backward(Parameters parameters, Matrix delta, Parameters gradient) {
      mirror(parameters.get(weight).data());
      byMirrored.fill(0);
      Matrix next = pool.take(below.rows(), below.columns());
      ofDelta.start(delta);
      while (ofDelta.next()) {
        Matrix patches = ofDelta.patches();
        Matrix tile = pool.scratch("inputs", input.channels(), patches.columns());
        ofDelta.read(below, tile);
        Blas.multiply(false, tile, true, patches, 1, 1, byMirrored);
        Blas.multiply(false, mirrored, false, patches, tile);
        ofDelta.write(tile, next);
      }
      pool.give(delta);
      unmirror(gradient.get(weight).data());
      return next;
    }

    /** Sets mirrored[c; (i, j, o)] ← W[o; c, k − 1 − i, k − 1 − j]. */
    private void mirror(double[] w) {
      double[] m = mirrored.data();
      int out = output.channels();
      int in = input.channels();
      int area = kernel * kernel;
      for (int ij = 0; ij < area; ij++) {
        for (int o = 0; o < out; o++) {
          for (int c = 0; c < in; c++) {
            m[(ij * out + o) * in + c] = w[(c * area + area - 1 - ij) * out + o];
          }
        }
      }
    }

    private void unmirror(double[] w) {
      double[] m = byMirrored.data();
      int out = output.channels();
      int in = input.channels();
      int area = kernel * kernel;
      for (int ij = 0; ij < area; ij++) {
        for (int o = 0; o < out; o++) {
          for (int c = 0; c < in; c++) {
            w[(c * area + area - 1 - ij) * out + o] = m[(ij * out + o) * in + c];
          }
        }
      }
    }
  }
}
