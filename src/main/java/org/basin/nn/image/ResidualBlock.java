package org.basin.nn.image;

import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;
import org.basin.nn.Parameters;

/**
 * A residual block x ↦ body(x) + S(x), where S is the skip link. If the body shrinks the image
 * s-fold, S takes every s-th pixel of every s-th row. It adds channels of zeros for the channels
 * that the body adds. It has no parameters (option A of He et al. 2016).
 *
 * @param input the shape of x; the height and width of the body's output divide its height and
 *     width, and the body's output has at least as many channels
 * @param body layers of which the last does not need its own activations in a backward pass
 */
record ResidualBlock(ImageShape input, ImageLayer body) implements ImageLayer {

  @Override
  public ImageShape output() {
    return body.output();
  }

  @Override
  public double products() {
    return body.products();
  }

  @Override
  public double activations() {
    return body.activations();
  }

  /**
   * Adds S(x) to {@code y}; or, for {@code down}, adds the derivative with respect to y to that
   * with respect to x.
   */
  private void link(double[] x, double[] y, int examples, boolean down) {
    ImageShape to = output();
    int channels = input.channels();
    int stride = input.height() / to.height();
    for (int row = 0, out = 0; row < examples * to.height(); row++) {
      int in = row * stride * input.width() * channels;
      for (int w = 0; w < to.width(); w++, out += to.channels(), in += stride * channels) {
        for (int c = 0; c < channels; c++) {
          if (down) {
            x[in + c] += y[out + c];
          } else {
            y[out + c] += x[in + c];
          }
        }
      }
    }
  }

  @Override
  public Pass pass(int examples, boolean training, MatrixPool pool) {
    Pass inner = body.pass(examples, training, pool);
    return new Pass() {
      @Override
      public Matrix forward(Parameters parameters, Matrix x) {
        Matrix y = inner.forward(parameters, x);
        link(x.data(), y.data(), examples, false);
        return y;
      }

      @Override
      public Matrix backward(Parameters parameters, Matrix delta, Parameters gradient) {
        Matrix kept = pool.take(delta.rows(), delta.columns());
        kept.copyFrom(delta);
        Matrix below = inner.backward(parameters, delta, gradient);
        link(below.data(), kept.data(), examples, true);
        pool.give(kept);
        return below;
      }

      @Override
      public void commit(Parameters parameters) {
        inner.commit(parameters);
      }
    };
  }
}
