package org.basin.nn.init;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Blas;
import org.basin.linalg.Matrix;
import org.basin.linalg.Orthogonal;
import org.basin.nn.Fan;
import org.basin.nn.Initialiser;
import org.basin.nn.InitialiserFactory;
import org.basin.nn.Shape;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * Draws weights P·diag(s)·Rᵀ with singular values s from U[from, to] and orthonormal frames P and R
 * from the Haar measure, and sets biases to 0. The order of the draws is P, R, s.
 */
final class SpectrumInit implements InitialiserFactory {

  @Override
  public String kind() {
    return "spectrum";
  }

  @Override
  public String summary() {
    return "Weights with singular values drawn from a given interval and Haar frames; biases 0.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.real("from", Range.NON_NEGATIVE, "min singular value of a weight"),
        Key.real("to", Range.NON_NEGATIVE, "max singular value of a weight"));
  }

  @Override
  public Initialiser create(Section section) {
    double from = section.real("from");
    double to = section.real("to");
    if (to < from) {
      throw new SpecException(section.path() + ".to", "is " + to + ", must be at least " + from);
    }
    return (model, parameters, stream) -> {
      List<Shape> shapes = model.shapes();
      for (int i = 0; i < parameters.count(); i++) {
        if (Fan.isBias(shapes.get(i))) {
          parameters.get(i).fill(0);
        } else {
          draw(parameters.get(i), from, to, stream);
        }
      }
    };
  }

  private static void draw(Matrix tensor, double from, double to, UniformRandomProvider stream) {
    int count = Math.min(tensor.rows(), tensor.columns());
    Matrix left = new Matrix(tensor.rows(), count);
    Orthogonal.draw(left, 1, stream);
    Matrix right = new Matrix(tensor.columns(), count);
    Orthogonal.draw(right, 1, stream);
    for (int c = 0; c < count; c++) {
      double s = from + (to - from) * stream.nextDouble();
      for (int r = 0; r < left.rows(); r++) {
        left.set(r, c, s * left.get(r, c));
      }
    }
    Blas.multiply(false, left, true, right, tensor);
  }
}
