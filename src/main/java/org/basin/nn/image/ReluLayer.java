package org.basin.nn.image;

import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;
import org.basin.nn.Parameters;

/**
 * Computes max(0, x) in place, because no layer below needs its own activations. The derivative at
 * 0 is 0.
 */
record ReluLayer(ImageShape output) implements ImageLayer {

  @Override
  public double activations() {
    return 0;
  }

  @Override
  public Pass pass(int examples, boolean training, MatrixPool pool) {
    return new Pass() {
      private Matrix activations;

      @Override
      public Matrix forward(Parameters parameters, Matrix input) {
        double[] x = input.data();
        for (int i = 0; i < x.length; i++) {
          x[i] = Math.max(0, x[i]);
        }
        activations = input;
        return input;
      }

      @Override
      public Matrix backward(Parameters parameters, Matrix delta, Parameters gradient) {
        double[] a = activations.data();
        double[] d = delta.data();
        for (int i = 0; i < d.length; i++) {
          // This sets the gradient to 0 where a is 0, with bit operations, which are faster than a
          // branch.
          long keep = -Double.doubleToRawLongBits(a[i]) >> 63;
          d[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(d[i]) & keep);
        }
        return delta;
      }
    };
  }
}
