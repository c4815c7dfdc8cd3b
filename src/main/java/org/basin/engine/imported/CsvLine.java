package org.basin.engine.imported;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/**
 * Finds the line of a CSV file that has given cells. Spark reads a file in parts and knows no line,
 * but a person who mends a file looks for one. Only a file with a problem is read again.
 */
final class CsvLine {

  private CsvLine() {}

  /**
   * Returns the first line with {@code cells}, from 1; 0 if none is found.
   *
   * @param cells the texts of the cells without spaces around them, null where empty
   */
  static long find(Configuration hadoop, String file, List<String> cells) {
    Path path = new Path(file);
    CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
    try (InputStream in = path.getFileSystem(hadoop).open(path);
        InputStream plain = codec == null ? in : codec.createInputStream(in);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      long number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (isSame(cells(line), cells)) {
          return number;
        }
        number++;
      }
    } catch (IOException e) {
      return 0; // The problem itself matters more than its line.
    }
    return 0;
  }

  /** A line with too few or too many cells is the same as far as both go. */
  private static boolean isSame(List<String> found, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = i < found.size() ? found.get(i) : null;
      if (!Objects.equals(cell, cells.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Splits a line at its commas, but not at those in quotes. */
  static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(text(cell));
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(text(cell));
    return cells;
  }

  private static String text(StringBuilder cell) {
    String text = cell.toString().strip();
    return text.isEmpty() ? null : text;
  }
}
