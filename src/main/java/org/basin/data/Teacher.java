package org.basin.data;

import org.basin.nn.Matrix;
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
