package org.basin.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.basin.linalg.Matrix;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/** The classes of an image set that are learnt, and the labels that encode them. */
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
   * The labels that the keys {@code classes} and {@code encoding} describe.
   *
   * @throws SpecException if a class is not a whole number or is listed twice, if there are fewer
   *     than two classes, or if signs are asked for other than two classes
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
            "is " + Arrays.toString(given) + ", must be at least two different whole numbers");
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

  /** The indices of the images that belong to one of the classes, ascending. */
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
   * The labels of some images.
   *
   * @param labels the classes of all images
   * @param chosen indices of images that belong to the classes
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
