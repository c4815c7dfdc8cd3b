package org.basin.data;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;
import org.basin.settings.Key;
import org.basin.settings.Section;

/** Labels y = ⟨v, x⟩ with v ≠ 0; the direction is v/‖v‖. */
final class LinearTeacher implements Teacher {

  private final double[] vector;

  LinearTeacher(double[] vector) {
    this.vector = vector;
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public void label(Matrix inputs, Matrix labels) {
    for (int c = 0; c < inputs.columns(); c++) {
      labels.set(0, c, TeacherVector.dot(vector, inputs, c));
    }
  }

  @Override
  public Matrix direction() {
    return TeacherVector.unit(vector);
  }

  /** {@code linear}: labels ⟨v, x⟩. */
  static final class Factory implements TeacherFactory {

    @Override
    public String kind() {
      return "linear";
    }

    @Override
    public String summary() {
      return "Labels ⟨v, x⟩ of a given vector v.";
    }

    @Override
    public List<Key> keys() {
      return List.of(TeacherVector.VECTOR);
    }

    @Override
    public Teacher create(Section section, int inputs, UniformRandomProvider stream) {
      return new LinearTeacher(TeacherVector.read(section, inputs));
    }
  }
}
