package org.basin.nn;

import java.util.List;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * Checks that the matrices which the settings ask for fit into Java's arrays. A matrix is one
 * array.
 */
public final class ArraySizes {

  /** The length of the longest array that every JVM can make. */
  public static final long MOST = Integer.MAX_VALUE - 8L;

  private ArraySizes() {}

  /**
   * Checks a number of rows or columns that a setting gives.
   *
   * @param path the setting
   * @param size its value
   * @param other the number of columns, or of rows, that it is multiplied by; &ge; 1
   * @throws SpecException if their product is more than an array holds
   */
  public static void check(String path, long size, long other) {
    if ((double) size * other > MOST) {
      throw new SpecException(
          path,
          "is "
              + size
              + ", must be at most "
              + MOST / other
              + ": a matrix of "
              + size
              + " x "
              + other
              + " is more than a Java array holds");
    }
  }

  /**
   * Checks the tensors of a model.
   *
   * @param section the model's settings; an error names the one with the largest number
   * @throws SpecException if one of them is more than an array holds
   */
  public static void check(Section section, List<Shape> shapes) {
    for (Shape shape : shapes) {
      check(section, shape.name(), shape.rows(), shape.columns());
    }
  }

  /**
   * Checks a matrix that a model makes.
   *
   * @param what the matrix's name in an error
   */
  public static void check(Section section, String what, double rows, double columns) {
    if (!(rows >= 0 && columns >= 0 && rows * columns <= MOST)) {
      throw new SpecException(
          section.path() + "." + greatest(section),
          String.format(
              "makes %s %.0f x %.0f, must be smaller: a Java array holds %d numbers",
              what, rows, columns, MOST));
    }
  }

  /** The key of the setting with the largest number. */
  private static String greatest(Section section) {
    String key = "kind";
    double most = Double.NEGATIVE_INFINITY;
    for (var setting : section.settings().asMap().entrySet()) {
      double value = greatest(setting.getValue());
      if (value > most) {
        key = setting.getKey();
        most = value;
      }
    }
    return key;
  }

  private static double greatest(Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    double most = Double.NEGATIVE_INFINITY;
    if (value instanceof List<?> list) {
      for (Object each : list) {
        most = Math.max(most, greatest(each));
      }
    }
    return most;
  }
}
