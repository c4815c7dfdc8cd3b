package org.basin.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.basin.linalg.Matrix;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/** Which classes of an image set are learnt, and what numbers stand for them. */
final class ClassLabels {

  /** The labels in the files, in the order of the outputs. */
  private final int[] classes;

  /**
   * Whether a label is 1 for the first of two classes and −1 for the second; else it is one-hot.
   */
  private final boolean signs;

  private ClassLabels(int[] classes, boolean signs) {
    this.classes = classes;
    this.signs = signs;
  }

  /**
   * From the keys {@code classes} and {@code encoding}.
   *
   * @throws SpecException if a class is no whole number or listed twice, there are fewer than two,
   *     or signs for other than two
   */
  static ClassLabels of(Section section) {
    int[] classes = IntStream.range(0, ImageFile.CLASSES).toArray();
    if (section.has("classes")) {
      double[] given = section.reals("classes");
      classes = Arrays.stream(given).mapToInt(x -> (int) x).toArray();
      boolean whole = Arrays.stream(given).allMatch(x -> x == Math.rint(x));
      if (!whole
          || classes.length < 2
          || Arrays.stream(classes).distinct().count() < given.length) {
        throw new SpecException(
            section.path() + ".classes",
            "is " + Arrays.toString(given) + ", must be two different whole numbers or more");
      }
    }
    boolean signs = section.text("encoding").equals("signs");
    if (signs && classes.length != 2) {
      throw new SpecException(
          section.path() + ".encoding",
          "is signs, which needs two classes, but there are " + classes.length);
    }
    return new ClassLabels(classes, signs);
  }

  /** The places of the images that belong to one of the classes, ascending. */
  int[] members(byte[] labels) {
    return IntStream.range(0, labels.length).filter(i -> place(labels[i]) >= 0).toArray();
  }

  private int place(byte label) {
    for (int k = 0; k < classes.length; k++) {
      if (classes[k] == label) {
        return k;
      }
    }
    return -1;
  }

  /**
   * The labels of some members.
   *
   * @param labels of all images
   * @param chosen places of members
   * @return (classes × chosen), or (1 × chosen) for signs
   */
  Matrix encode(byte[] labels, int[] chosen) {
    Matrix encoded = new Matrix(signs ? 1 : classes.length, chosen.length);
    for (int c = 0; c < chosen.length; c++) {
      int k = place(labels[chosen[c]]);
      if (signs) {
        encoded.set(0, c, k == 0 ? 1 : -1);
      } else {
        encoded.set(k, c, 1);
      }
    }
    return encoded;
  }
}
