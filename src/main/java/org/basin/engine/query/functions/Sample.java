package org.basin.engine.query.functions;

import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * The arguments of an aggregate function in the rows of one group, in primitive arrays: numbers as
 * they are, flags as 0 and 1, texts as numbers by the order in which they came. A row with a null
 * is left out.
 */
public final class Sample implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int FIRST_ROOM = 8;

  private final int columns;
  private double[] cells = {};
  private int rows;
  private final Map<String, Integer> texts = new LinkedHashMap<>();

  /** The arguments that must be the same in every row; null before the first row. */
  private Object[] constants;

  /**
   * Makes an empty sample.
   *
   * @param columns the number of arguments that differ from row to row
   */
  public Sample(int columns) {
    this.columns = columns;
  }

  /** Adds a row of arguments. */
  void add(Row row, AggregateFunction function) {
    for (int i = 0; i < row.length(); i++) {
      if (row.isNullAt(i)) {
        return;
      }
    }
    Object[] own = new Object[row.length() - columns];
    for (int i = 0; i < own.length; i++) {
      own[i] = row.get(columns + i);
    }
    same(own, function);
    reserve(rows + 1, function);
    for (int i = 0; i < columns; i++) {
      cells[rows * columns + i] = cell(row.get(i));
    }
    rows++;
  }

  private double cell(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    return value instanceof String text ? code(text) : (Double) value;
  }

  private int code(String text) {
    Integer known = texts.putIfAbsent(text, texts.size());
    return known == null ? texts.size() - 1 : known;
  }

  /** Adds the rows of another sample of the group. */
  void add(Sample other, AggregateFunction function) {
    if (other.rows == 0) {
      return;
    }
    same(other.constants, function);
    reserve(rows + other.rows, function);
    System.arraycopy(other.cells, 0, cells, rows * columns, other.rows * columns);
    int[] codes = other.texts.keySet().stream().mapToInt(this::code).toArray();
    for (int c = 0; c < columns; c++) {
      if (function.isText(c)) {
        for (int r = rows; r < rows + other.rows; r++) {
          cells[r * columns + c] = codes[(int) cells[r * columns + c]];
        }
      }
    }
    rows += other.rows;
  }

  private void same(Object[] own, AggregateFunction function) {
    if (constants == null) {
      constants = own;
    }
    for (int i = 0; i < own.length; i++) {
      if (!own[i].equals(constants[i])) {
        throw function.wrong(
            function.input(columns + i)
                + " is "
                + Arrays.stream(new Object[] {own[i], constants[i]})
                    .map(Object::toString)
                    .sorted()
                    .reduce((a, b) -> a + " and " + b)
                    .orElseThrow()
                + " in one group, must be the same in all its rows");
      }
    }
  }

  private void reserve(long count, AggregateFunction function) {
    if (count > function.settings().rows()) {
      throw function.wrong(
          "a group has more than "
              + function.settings().rows()
              + " rows, must have fewer (basin.sql.max-group-rows)");
    }
    if (count * columns > cells.length) {
      long room = Math.max(Math.max(FIRST_ROOM, count) * columns, 2L * cells.length);
      cells = Arrays.copyOf(cells, (int) Math.min(room, Integer.MAX_VALUE - 8));
    }
  }

  int size() {
    return rows;
  }

  /** A copy of the column of argument {@code i}, in no order. */
  double[] column(int i) {
    double[] column = new double[rows];
    Arrays.setAll(column, r -> cells[r * columns + i]);
    return column;
  }

  /** The number of different texts. */
  int texts() {
    return texts.size();
  }

  /** The rank by alphabet of each text, by the number that stands for it. */
  int[] ranks() {
    String[] all = texts.keySet().toArray(String[]::new);
    String[] sorted = all.clone();
    Arrays.sort(sorted);
    return Arrays.stream(all).mapToInt(text -> Arrays.binarySearch(sorted, text)).toArray();
  }

  /** The argument after those that differ from row to row; null if the call has none. */
  Object constant() {
    return constants == null || constants.length == 0 ? null : constants[0];
  }
}
