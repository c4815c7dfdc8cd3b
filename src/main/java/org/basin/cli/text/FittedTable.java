package org.basin.cli.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/**
 * A table that fits a terminal. Where its columns are too wide together, their headings are broken
 * into several lines. Where that is not enough, the least needed columns are left out, and a line
 * says which.
 */
public final class FittedTable {

  /** A wider cell ends with an ellipsis. */
  private static final int MAX_CELL = 40;

  /** The places where a heading may be broken: after an underscore, and instead of a blank. */
  private static final Pattern BREAK = Pattern.compile(" |(?<=_)");

  private final List<Column> columns;
  private final int rows;

  /**
   * A column.
   *
   * @param name the heading
   * @param isNumber whether cells are aligned to the right
   * @param need how much the column is needed: of those that are too many, the column with the
   *     largest number is left out first, and of several, the last one
   * @param cells one for each row
   */
  public record Column(String name, boolean isNumber, int need, List<String> cells) {
    public Column {
      cells = cells.stream().map(Column::cut).toList();
    }

    private static String cut(String cell) {
      if (DisplayWidth.of(cell) <= MAX_CELL) {
        return cell;
      }
      StringBuilder kept = new StringBuilder(cell);
      while (DisplayWidth.of(kept.toString()) >= MAX_CELL) {
        kept.setLength(kept.offsetByCodePoints(kept.length(), -1));
      }
      return kept + "…";
    }

    /** The width of the widest cell. */
    int width() {
      return cells.stream().mapToInt(DisplayWidth::of).max().orElse(0);
    }

    /** By how much the column becomes narrower if its heading is broken. */
    int saving() {
      int broken = heading().stream().mapToInt(DisplayWidth::of).max().orElse(0);
      return Math.max(DisplayWidth.of(name), width()) - Math.max(broken, width());
    }

    /** The lines of the heading, no wider than the cells if it can be broken so far. */
    List<String> heading() {
      String[] words = BREAK.split(name, -1);
      int longest =
          Math.max(width(), List.of(words).stream().mapToInt(DisplayWidth::of).max().orElse(0));
      List<String> lines = new ArrayList<>();
      String line = "";
      for (String word : words) {
        String joined = line.isEmpty() || line.endsWith("_") ? line + word : line + " " + word;
        if (DisplayWidth.of(joined) > longest && !line.isEmpty()) {
          lines.add(line);
          joined = word;
        }
        line = joined;
      }
      lines.add(line);
      return lines;
    }
  }

  /**
   * Makes a table.
   *
   * @param columns from left to right, all with as many cells
   */
  public FittedTable(List<Column> columns) {
    this.columns = List.copyOf(columns);
    this.rows = columns.get(0).cells().size();
  }

  /**
   * Makes a table of the rows of a query.
   *
   * @param names the columns
   * @param need for each, how much it is needed; see {@link Column}
   */
  public static FittedTable of(String[] names, List<Row> rows, List<Integer> need) {
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < names.length; c++) {
      int column = c;
      List<Object> values = new ArrayList<>();
      rows.forEach(row -> values.add(row.get(column)));
      columns.add(
          new Column(
              names[c],
              values.stream().allMatch(value -> value == null || value instanceof Number),
              need.get(c),
              values.stream().map(CellText::forTable).toList()));
    }
    return new FittedTable(columns);
  }

  /** Whether it has no row. */
  public boolean isEmpty() {
    return rows == 0;
  }

  /**
   * Returns the heading, a rule and the rows.
   *
   * @param rest where the columns stand that are left out, such as {@code the table points}
   */
  public List<String> lines(String rest) {
    List<Column> kept = new ArrayList<>(columns);
    List<String> lines = broken(kept);
    while (isTooWide(lines) && kept.size() > 1) {
      int need = kept.stream().mapToInt(Column::need).max().orElseThrow();
      kept.remove(kept.stream().map(Column::need).toList().lastIndexOf(need));
      lines = broken(kept);
    }
    if (kept.size() < columns.size()) {
      List<String> names = new ArrayList<>(columns.stream().map(Column::name).toList());
      kept.forEach(column -> names.remove(column.name()));
      String left = names.stream().distinct().collect(Collectors.joining(", "));
      lines.addAll(Paragraph.lines("", "… and more columns, in " + rest + ": " + left));
    }
    return lines;
  }

  /** The lines with as few headings broken as will do, those first that become narrower by most. */
  private List<String> broken(List<Column> columns) {
    List<List<String>> headings = new ArrayList<>();
    columns.forEach(column -> headings.add(List.of(column.name())));
    List<Integer> order = new ArrayList<>(IntStream.range(0, columns.size()).boxed().toList());
    order.sort(Comparator.comparingInt(c -> -columns.get(c).saving()));
    List<String> lines = lines(columns, headings);
    for (int i = 0; i < order.size() && isTooWide(lines); i++) {
      headings.set(order.get(i), columns.get(order.get(i)).heading());
      lines = lines(columns, headings);
    }
    return lines;
  }

  private static boolean isTooWide(List<String> lines) {
    return lines.stream().anyMatch(line -> DisplayWidth.of(line) > Paragraph.WIDTH);
  }

  private List<String> lines(List<Column> columns, List<List<String>> headings) {
    int height = headings.stream().mapToInt(List::size).max().orElseThrow();
    List<List<String>> table = new ArrayList<>();
    for (int i = 0; i < height; i++) {
      int line = i;
      table.add(
          headings.stream().map(heading -> line(heading, line - height + heading.size())).toList());
    }
    IntStream.range(0, rows)
        .forEach(row -> table.add(columns.stream().map(each -> each.cells().get(row)).toList()));
    boolean[] isNumber = new boolean[columns.size()];
    for (int c = 0; c < isNumber.length; c++) {
      isNumber[c] = columns.get(c).isNumber();
    }
    TextTable text = new TextTable(Collections.nCopies(isNumber.length, ""), isNumber, table);
    List<String> lines = new ArrayList<>(table.stream().map(text::row).toList());
    lines.add(height, text.rule());
    return lines;
  }

  /** Headings stand on the rule. */
  private static String line(List<String> heading, int i) {
    return i < 0 ? "" : heading.get(i);
  }
}
