package org.basin.nn.image;

import java.util.Arrays;
import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;
import org.basin.nn.Parameters;

/**
 * Replaces each channel of an image by its mean: (channels × pixels·examples) to (channels ×
 * examples).
 */
record GlobalAveragePool(ImageShape input) implements ImageLayer {

  @Override
  public ImageShape output() {
    return new ImageShape(input.channels(), 1, 1);
  }

  @Override
  public Pass pass(int examples, boolean training, MatrixPool pool) {
    int channels = input.channels();
    int pixels = input.pixels();
    Matrix means = new Matrix(channels, examples);
    return new Pass() {
      @Override
      public Matrix forward(Parameters parameters, Matrix x) {
        double[] from = x.data();
        double[] to = means.data();
        Arrays.fill(to, 0);
        for (int image = 0, i = 0; image < examples; image++) {
          int out = image * channels;
          for (int p = 0; p < pixels; p++) {
            for (int c = 0; c < channels; c++, i++) {
              to[out + c] += from[i];
            }
          }
        }
        for (int i = 0; i < to.length; i++) {
          to[i] /= pixels;
        }
        return means;
      }

      @Override
      public Matrix backward(Parameters parameters, Matrix delta, Parameters gradient) {
        Matrix below = pool.take(channels, pixels * examples);
        double[] from = delta.data();
        double[] to = below.data();
        for (int image = 0, i = 0; image < examples; image++) {
          int in = image * channels;
          for (int p = 0; p < pixels; p++) {
            for (int c = 0; c < channels; c++, i++) {
              to[i] = from[in + c] / pixels;
            }
          }
        }
        pool.give(delta);
        return below;
      }
    };
  }
}
