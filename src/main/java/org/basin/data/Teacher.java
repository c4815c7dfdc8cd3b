package org.basin.data;

import org.basin.linalg.Matrix;
import org.basin.nn.Model;
import org.basin.nn.Parameters;

/** The function that labels inputs. Immutable and without randomness of its own once made. */
public interface Teacher {

  /** How many numbers a label has. */
  int outputs();

  /**
   * Labels every input.
   *
   * @param inputs (inputs × examples), one example per column; not modified
   * @param labels (outputs × examples); overwritten
   */
  void label(Matrix inputs, Matrix labels);

  /**
   * Labels inputs in float, in float where a teacher can, or else rounds the labels in double.
   *
   * @param inputs example after example; not modified
   * @param labels likewise; overwritten
   */
  default void label(float[] inputs, float[] labels) {
    int count = labels.length / outputs();
    Matrix wide = new Matrix(inputs.length / count, count);
    for (int i = 0; i < inputs.length; i++) {
      wide.data()[i] = inputs[i];
    }
    Matrix wideLabels = new Matrix(outputs(), count);
    label(wide, wideLabels);
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (float) wideLabels.data()[i];
    }
  }

  /** See {@link Data#direction()}. */
  default Matrix direction() {
    return null;
  }

  /** See {@link Data#teacherModel()}. */
  default Model model() {
    return null;
  }

  /** See {@link Data#teacherParameters()}. */
  default Parameters parameters() {
    return null;
  }
}
