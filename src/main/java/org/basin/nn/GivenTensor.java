package org.basin.nn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.basin.plan.SpecException;

/** Tensors given element by element. */
final class GivenTensor {

  private GivenTensor() {}

  /**
   * Sets {@code tensor} to {@code rows}; for a single column, one flat row will do.
   *
   * @param path the setting to blame
   */
  static void copy(double[][] rows, Matrix tensor, String path) {
    int height = rows.length;
    int width = height == 0 ? 0 : rows[0].length;
    boolean flat = height == 1 && tensor.columns() == 1 && width == tensor.rows();
    if (!flat && (height != tensor.rows() || width != tensor.columns())) {
      throw new SpecException(path, "is " + height + " x " + width + ", must be " + tensor);
    }
    for (int r = 0; r < tensor.rows(); r++) {
      for (int c = 0; c < tensor.columns(); c++) {
        tensor.set(r, c, flat ? rows[0][r] : rows[r][c]);
      }
    }
  }

  /** The numbers of a text file by line. */
  static double[][] read(String file, String path) {
    List<double[]> rows = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(Path.of(file))) {
        String numbers = line.replaceFirst("#.*", "").strip();
        if (!numbers.isEmpty()) {
          rows.add(row(numbers, file, path));
        }
      }
    } catch (IOException | InvalidPathException e) {
      throw new SpecException(path, "is " + file + ", which cannot be read: " + e);
    }
    for (double[] row : rows) {
      if (row.length != rows.get(0).length) {
        throw new SpecException(path, "is " + file + ", whose lines differ in length");
      }
    }
    return rows.toArray(double[][]::new);
  }

  private static double[] row(String numbers, String file, String path) {
    String[] fields = numbers.split("\\s*,\\s*|\\s+", -1);
    double[] row = new double[fields.length];
    for (int i = 0; i < row.length; i++) {
      try {
        row[i] = Double.parseDouble(fields[i]);
      } catch (NumberFormatException e) {
        throw new SpecException(path, "is " + file + ", where '" + fields[i] + "' is not a number");
      }
    }
    return row;
  }
}
