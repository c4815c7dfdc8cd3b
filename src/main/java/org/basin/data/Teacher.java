package org.basin.data;

import org.basin.linalg.Matrix;
import org.basin.nn.Model;
import org.basin.nn.Parameters;

/** The function that labels inputs. It is immutable and draws nothing once it is made. */
public interface Teacher {

  /** The number of outputs in a label. */
  int outputs();

  /**
   * Labels every input.
   *
   * @param inputs (inputs × examples), one example per column; not modified
   * @param labels (outputs × examples); overwritten
   */
  void label(Matrix inputs, Matrix labels);

  /**
   * Labels inputs in float. A teacher may compute in float; the default rounds labels computed in
   * double.
   *
   * @param inputs one example after another; not modified
   * @param labels one example after another; overwritten
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
