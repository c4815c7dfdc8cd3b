package org.basin.data;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;
import org.basin.settings.Key;
import org.basin.settings.Section;

/**
 * Labels y = sgn⟨v, x⟩ with ‖v‖ = 1 and sgn(0) = 1. Lin, Sun &amp; Zhang (2021), Section 2.
 *
 * @param direction v (inputs × 1)
 */
record SignTeacher(Matrix direction) implements Teacher {

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public void label(Matrix inputs, Matrix labels) {
    if (inputs.rows() == 2) {
      CirclePoints.QUICKEST.signs(direction.data(), inputs.data(), labels.data());
      return;
    }
    for (int c = 0; c < inputs.columns(); c++) {
      // There is no branch, because it would be mispredicted half the time. A dot product is never
      // −0.
      labels.set(0, c, Math.copySign(1, TeacherVector.dot(direction.data(), inputs, c)));
    }
  }

  @Override
  public void label(float[] inputs, float[] labels) {
    double[] v = direction.data();
    if (v.length == 2) {
      CirclePoints.QUICKEST.signs(new float[] {(float) v[0], (float) v[1]}, inputs, labels);
    } else {
      Teacher.super.label(inputs, labels);
    }
  }

  /** {@code direction}: labels ±1, depending on the side of a hyperplane. */
  static final class Factory implements TeacherFactory {

    @Override
    public String kind() {
      return "direction";
    }

    @Override
    public String summary() {
      return "Labels ±1 that depend on the side of a hyperplane on which an input lies.";
    }

    @Override
    public List<Key> keys() {
      return List.of(TeacherVector.VECTOR);
    }

    @Override
    public Teacher create(Section section, int inputs, UniformRandomProvider stream) {
      return new SignTeacher(TeacherVector.unit(TeacherVector.read(section, inputs)));
    }
  }
}
