package org.basin.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The data and the answers that regression.R recorded. */
final class RCases {

  private static final Path FOLDER = Path.of("src/test/resources/org/basin/stats/regression");
  private static final Map<String, double[]> EXPECTED = expected();

  private RCases() {}

  /** The columns of a data file by name. */
  static Map<String, double[]> columns(String file) {
    List<String[]> rows = rows(file);
    Map<String, double[]> columns = new TreeMap<>();
    for (int c = 0; c < rows.get(0).length; c++) {
      int column = c;
      columns.put(
          rows.get(0)[c], rows.stream().skip(1).mapToDouble(row -> number(row[column])).toArray());
    }
    return columns;
  }

  /** Compares with R's numbers, each to a relative error of 1e-8. */
  static void matches(String name, double... actual) {
    double[] expected = EXPECTED.get(name);
    assertThat(actual).as(name).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i])
          .as(name + " " + i)
          .isCloseTo(expected[i], within(1e-8 * Math.max(1e-9, Math.abs(expected[i]))));
    }
  }

  static void matches(String name, double[][] matrix) {
    matches(name, Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray());
  }

  static long[] whole(double[] values) {
    return Arrays.stream(values).mapToLong(value -> (long) value).toArray();
  }

  private static Map<String, double[]> expected() {
    return rows("expected.csv").stream()
        .skip(1)
        .collect(
            Collectors.groupingBy(
                row -> row[0],
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    of -> of.stream().mapToDouble(row -> number(row[2])).toArray())));
  }

  private static double number(String text) {
    return text.equals("Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
  }

  private static List<String[]> rows(String file) {
    try {
      return Files.readAllLines(FOLDER.resolve(file)).stream()
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
