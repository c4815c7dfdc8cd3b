package org.basin.nn.init;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.basin.linalg.Matrix;
import org.basin.settings.InputFile;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/** Reads tensors that are given element by element. */
final class GivenTensor {

  private GivenTensor() {}

  /**
   * Sets {@code tensor} to {@code rows}. A single column may also be given as one flat row.
   *
   * @param path the setting that an error names
   * @throws SpecException if the shapes differ
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

  /**
   * Reads the numbers of a text file, one row per line.
   *
   * @param key the section's key that names the file
   * @throws SpecException if the file cannot be read or holds anything but numbers
   */
  static double[][] read(Section section, String key) {
    String file = section.text(key);
    String path = section.path() + "." + key;
    List<double[]> rows = new ArrayList<>();
    try (InputStream in = InputFile.open(section, key)) {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(in.readAllBytes())).toString();
      for (String line : text.lines().toList()) {
        String numbers = line.replaceFirst("#.*", "").strip();
        if (!numbers.isEmpty()) {
          rows.add(row(numbers, file, path));
        }
      }
    } catch (CharacterCodingException e) {
      throw new SpecException(path, "is " + file + ", which cannot be read: it is not a text file");
    } catch (IOException e) {
      throw new SpecException(
          path, "is " + file + ", which cannot be read: " + InputFile.reason(e));
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
