package org.basin.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.basin.linalg.Matrix;
import org.basin.settings.InputFile;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/** A CSV file (RFC 4180, UTF-8) in memory. Spaces around values and empty lines are ignored. */
final class CsvTable {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setIgnoreEmptyLines(true)
          .setIgnoreSurroundingSpaces(true)
          .setTrim(true)
          .get();

  private final String path;
  private final String file;
  private final List<String> names;
  private final List<Row> rows;

  /** The values of one row and the line of the file where it ends. */
  private record Row(List<String> values, long line) {}

  private CsvTable(String path, String file, List<String> names, List<Row> rows) {
    this.path = path;
    this.file = file;
    this.names = names;
    this.rows = rows;
  }

  /**
   * Reads a table.
   *
   * @param section the settings of the component that reads the file
   * @param key the section's key that names the file
   * @param header whether the first row names the columns; else they are named 1, 2, …
   * @throws SpecException if the file cannot be read, has no rows, or has rows of unequal length
   */
  static CsvTable read(Section section, String key, boolean header) {
    String path = section.path() + "." + key;
    String file = section.text(key);
    List<Row> rows = rows(section, key);
    int fields = rows.isEmpty() ? 0 : rows.get(0).values().size();
    for (Row row : rows) {
      if (row.values().size() != fields) {
        throw new SpecException(
            path,
            at(file, row)
                + "has "
                + row.values().size()
                + " columns, must have "
                + fields
                + " as the first row");
      }
    }
    List<String> names =
        header && !rows.isEmpty()
            ? rows.remove(0).values()
            : IntStream.rangeClosed(1, fields).mapToObj(Integer::toString).toList();
    if (rows.isEmpty()) {
      throw new SpecException(path, "is " + file + ", which has no examples");
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw new SpecException(
          path,
          "is " + file + ", which has two columns with the same name: " + String.join(", ", names));
    }
    return new CsvTable(path, file, names, rows);
  }

  private static List<Row> rows(Section section, String key) {
    List<Row> rows = new ArrayList<>();
    try (Reader text =
            new InputStreamReader(
                InputFile.open(section, key), StandardCharsets.UTF_8.newDecoder());
        CSVParser parser = CSVParser.parse(new BufferedReader(text), FORMAT)) {
      for (CSVRecord fields : parser) {
        rows.add(new Row(fields.toList(), parser.getCurrentLineNumber()));
      }
    } catch (SpecException e) {
      throw e;
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new SpecException(
          section.path() + "." + key,
          "is " + section.text(key) + ", which cannot be read: " + e.getMessage());
    }
    return rows;
  }

  /** The names of all columns, in the order of the file. */
  List<String> names() {
    return names;
  }

  /**
   * Reads some of the columns.
   *
   * @param setting the setting that names them, for errors
   * @param wanted the names of the columns
   * @return (columns wanted × rows of the file)
   * @throws SpecException if there is no such column, or a value is not a finite number
   */
  Matrix columns(String setting, List<String> wanted) {
    Matrix matrix = new Matrix(wanted.size(), rows.size());
    for (int r = 0; r < wanted.size(); r++) {
      int field = names.indexOf(wanted.get(r));
      if (field < 0) {
        throw new SpecException(
            setting,
            "names column "
                + wanted.get(r)
                + ", must be among those of "
                + file
                + ": "
                + String.join(", ", names));
      }
      for (int c = 0; c < rows.size(); c++) {
        matrix.set(r, c, number(rows.get(c), field));
      }
    }
    return matrix;
  }

  private double number(Row row, int field) {
    String text = row.values().get(field);
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The error is the same as for a number that is not finite.
    }
    throw new SpecException(
        path,
        at(file, row) + "column " + names.get(field) + " is \"" + text + "\", must be a number");
  }

  private static String at(String file, Row row) {
    return "is " + file + ": line " + row.line() + " ";
  }
}
