package org.basin.nn.image;

import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;
import org.basin.nn.Parameters;

/**
 * The lowest layer, which reorders images from the data's layout (channels·height·width × examples)
 * to (channels × pixels·examples).
 */
record PixelMajor(ImageShape output) implements ImageLayer {

  @Override
  public Pass pass(int examples, boolean training, MatrixPool pool) {
    int channels = output.channels();
    int pixels = output.pixels();
    Matrix turned = new Matrix(channels, pixels * examples);
    return new Pass() {
      @Override
      public Matrix forward(Parameters parameters, Matrix input) {
        double[] from = input.data();
        double[] to = turned.data();
        for (int image = 0; image < examples; image++) {
          int start = image * output.features();
          for (int c = 0; c < channels; c++) {
            int plane = start + c * pixels;
            for (int p = 0; p < pixels; p++) {
              to[start + p * channels + c] = from[plane + p];
            }
          }
        }
        return turned;
      }

      @Override
      public Matrix backward(Parameters parameters, Matrix delta, Parameters gradient) {
        pool.give(delta);
        return null;
      }
    };
  }
}
