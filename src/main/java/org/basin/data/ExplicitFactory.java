package org.basin.data;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/** {@code explicit}: a training set written out in the sweep file. */
final class ExplicitFactory implements DataFactory {

  @Override
  public String kind() {
    return "explicit";
  }

  @Override
  public String summary() {
    return "A training set written out in the sweep file.";
  }

  @Override
  public List<Key> keys() {
    List<Key> own =
        List.of(
            Key.reals("inputs", Range.ANY, "one example per row: [[x1, x2], [x1, x2], ...]"),
            Key.reals(
                    "labels",
                    Range.ANY,
                    "one number or one row per example; alternatives: target, teacher")
                .optional());
    return Stream.concat(own.stream(), Labels.KEYS.stream()).toList();
  }

  @Override
  public Data create(Section section, UniformRandomProvider stream) {
    double[][] rows = section.rows("inputs");
    if (rows[0].length == 0) {
      throw new SpecException(section.path() + ".inputs", "is empty, must have an example");
    }
    Matrix examples = columns(rows);
    if (!Labels.source(section, "labels", "target", "teacher").equals("labels")) {
      return Labels.trainingSet(section, examples, stream);
    }
    double[][] given = section.rows("labels");
    // A flat list has one number per example; with a single example it is the label's row.
    Matrix labels =
        given.length == 1 && rows.length > 1
            ? new Matrix(1, given[0].length, given[0])
            : columns(given);
    if (labels.columns() != rows.length || labels.rows() == 0) {
      throw new SpecException(
          section.path() + ".labels",
          "has "
              + labels.columns()
              + " labels, must have "
              + rows.length
              + ", one for each example");
    }
    return TrainingSet.of(examples, LabelNoise.on(labels, section, stream));
  }

  /** One column for each of {@code rows}. */
  private static Matrix columns(double[][] rows) {
    Matrix matrix = new Matrix(rows[0].length, rows.length);
    for (int c = 0; c < rows.length; c++) {
      System.arraycopy(rows[c], 0, matrix.data(), c * matrix.rows(), matrix.rows());
    }
    return matrix;
  }
}
