package org.basin.data;

import org.basin.linalg.Matrix;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/** Reads the key {@code vector} of a teacher. */
final class TeacherVector {

  static final Key VECTOR =
      Key.reals("vector", Range.ANY, "one number for each feature of the input, not all zero");

  private TeacherVector() {}

  /**
   * The vector.
   *
   * @throws SpecException if it does not have {@code inputs} elements, or if it is 0
   */
  static double[] read(Section section, int inputs) {
    double[] vector = section.reals("vector");
    String path = section.path() + ".vector";
    if (vector.length != inputs) {
      throw new SpecException(
          path,
          "has " + vector.length + " numbers, must have " + inputs + ", one for each feature");
    }
    if (!(norm(vector) > 0)) {
      throw new SpecException(path, "has norm 0, must have a direction");
    }
    return vector;
  }

  /** The unit vector {@code vector} / ‖{@code vector}‖ as a column. */
  static Matrix unit(double[] vector) {
    double norm = norm(vector);
    Matrix unit = new Matrix(vector.length, 1);
    for (int i = 0; i < vector.length; i++) {
      unit.set(i, 0, vector[i] / norm);
    }
    return unit;
  }

  static double norm(double[] vector) {
    double sum = 0;
    for (double x : vector) {
      sum += x * x;
    }
    return Math.sqrt(sum);
  }

  /** ⟨vector, column {@code c} of inputs⟩, summed in the order of the features. */
  static double dot(double[] vector, Matrix inputs, int c) {
    double sum = 0;
    for (int r = 0; r < vector.length; r++) {
      sum += vector[r] * inputs.get(r, c);
    }
    return sum;
  }
}
