package org.basin.linalg;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws uniformly distributed orthonormal frames. */
public final class Orthogonal {

  private Orthogonal() {}

  /**
   * Sets {@code tensor} to {@code gain} times a frame drawn from the Haar measure: Q of the QR
   * decomposition of a Gaussian matrix, with R's diagonal made positive. Mezzadri (2007), "How to
   * generate random matrices from the classical compact groups".
   */
  public static void draw(Matrix tensor, double gain, UniformRandomProvider stream) {
    boolean wide = tensor.rows() < tensor.columns();
    int length = Math.max(tensor.rows(), tensor.columns());
    int count = Math.min(tensor.rows(), tensor.columns());
    Matrix gaussian = new Matrix(length, count);
    Draws.gaussian(gaussian, 1, stream);
    RealMatrix tall = MatrixUtils.createRealMatrix(length, count);
    for (int r = 0; r < length; r++) {
      for (int c = 0; c < count; c++) {
        tall.setEntry(r, c, gaussian.get(r, c));
      }
    }
    QRDecomposition qr = new QRDecomposition(tall);
    RealMatrix q = qr.getQ();
    RealMatrix r = qr.getR();
    for (int c = 0; c < count; c++) {
      double factor = r.getEntry(c, c) < 0 ? -gain : gain;
      for (int i = 0; i < length; i++) {
        double element = factor * q.getEntry(i, c);
        if (wide) {
          tensor.set(c, i, element);
        } else {
          tensor.set(i, c, element);
        }
      }
    }
  }
}
