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

  /** Of each column, the widest cell. */
  private final List<String> widest;

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
      cells = cells.stream().map(FittedTable::cut).toList();
    }

    /** The width of the widest cell. */
    int width() {
      return DisplayWidth.of(widest());
    }

    private String widest() {
      return cells.stream().max(Comparator.comparingInt(DisplayWidth::of)).orElse("");
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
    this.widest = columns.stream().map(Column::widest).toList();
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
    Fit fit = fit(Paragraph.WIDTH);
    List<String> lines = new ArrayList<>(fit.head());
    for (int r = 0; r < rows; r++) {
      lines.add(fit.row(r));
    }
    if (!fit.left().isEmpty()) {
      String left = fit.left().stream().distinct().collect(Collectors.joining(", "));
      lines.addAll(Paragraph.lines("", "… and more columns, in " + rest + ": " + left));
    }
    return lines;
  }

  /** Lays the table out in {@code width} columns of a terminal, with as many of its columns. */
  public Fit fit(int width) {
    List<Integer> kept = new ArrayList<>(IntStream.range(0, columns.size()).boxed().toList());
    Fit fit = broken(kept, width);
    while (fit.width() > width && kept.size() > 1) {
      List<Integer> needs = kept.stream().map(c -> columns.get(c).need()).toList();
      kept.remove(needs.lastIndexOf(Collections.max(needs)));
      fit = broken(kept, width);
    }
    return fit;
  }

  /** With as few headings broken as will do, those first that become narrower by most. */
  private Fit broken(List<Integer> kept, int width) {
    List<List<String>> headings = new ArrayList<>();
    kept.forEach(c -> headings.add(List.of(columns.get(c).name())));
    List<Integer> order = new ArrayList<>(IntStream.range(0, kept.size()).boxed().toList());
    order.sort(Comparator.comparingInt(i -> -columns.get(kept.get(i)).saving()));
    Fit fit = new Fit(kept, headings);
    for (int i = 0; i < order.size() && fit.width() > width; i++) {
      headings.set(order.get(i), columns.get(kept.get(order.get(i))).heading());
      fit = new Fit(kept, headings);
    }
    return fit;
  }

  /** The layout of a table in a width. It also lays out further rows than the table's. */
  public final class Fit {
    private final List<Integer> kept;
    private final List<List<String>> head = new ArrayList<>();
    private final TextTable text;

    private Fit(List<Integer> kept, List<List<String>> headings) {
      this.kept = List.copyOf(kept);
      int height = headings.stream().mapToInt(List::size).max().orElseThrow();
      for (int i = 0; i < height; i++) {
        int line = i;
        head.add(
            headings.stream()
                .map(heading -> line(heading, line - height + heading.size()))
                .toList());
      }
      boolean[] isNumber = new boolean[kept.size()];
      for (int i = 0; i < isNumber.length; i++) {
        isNumber[i] = columns.get(kept.get(i)).isNumber();
      }
      List<List<String>> sample = new ArrayList<>(head);
      sample.add(kept.stream().map(widest::get).toList());
      text = new TextTable(Collections.nCopies(isNumber.length, ""), isNumber, sample);
    }

    private int width() {
      return DisplayWidth.of(text.rule());
    }

    /** The heading, and a rule. */
    public List<String> head() {
      List<String> lines = new ArrayList<>(head.stream().map(text::row).toList());
      lines.add(text.rule());
      return lines;
    }

    /** A row of the table. */
    public String row(int r) {
      return text.row(kept.stream().map(c -> columns.get(c).cells().get(r)).toList());
    }

    /** A row that is not one of the table's; a wide cell shifts the rest of it. */
    public String row(Row values) {
      return text.row(kept.stream().map(c -> cut(CellText.forTable(values.get(c)))).toList());
    }

    /** The names of the columns that are left out. */
    public List<String> left() {
      List<String> names = new ArrayList<>(columns.stream().map(Column::name).toList());
      kept.forEach(c -> names.remove(columns.get(c).name()));
      return names;
    }
  }

  /** Headings stand on the rule. */
  private static String line(List<String> heading, int i) {
    return i < 0 ? "" : heading.get(i);
  }
}
