package org.basin.cli.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.basin.cli.text.FittedTable;
import org.basin.cli.text.Paragraph;
import org.basin.engine.ShellSettings;

/** Shows the rows of a result in a terminal. Rows are streamed, however many they are. */
final class ResultView {

  /** When a row is shown with each column on a line of its own. */
  enum Vertical {
    /** Always. */
    ON,
    /** Never. */
    OFF,
    /** Where a few rows are too wide for the terminal. */
    AUTO
  }

  private final ShellSettings settings;
  private final int width;
  private final Vertical vertical;

  ResultView(ShellSettings settings, int width, Vertical vertical) {
    this.settings = settings;
    this.width = width;
    this.vertical = vertical;
  }

  /**
   * Passes the lines of {@code result} to {@code out}.
   *
   * @param fetched called when the first rows are there
   * @param isStopped asked at each row
   */
  void show(
      Dataset<Row> result, Consumer<String> out, Runnable fetched, BooleanSupplier isStopped) {
    String[] names = result.columns();
    Iterator<Row> rows = result.toLocalIterator();
    List<Row> sample = new ArrayList<>();
    while (sample.size() < settings.sampleRows() && rows.hasNext()) {
      sample.add(rows.next());
    }
    boolean isFew = sample.size() <= settings.verticalRows() && !rows.hasNext();
    fetched.run();
    if (names.length == 0) {
      count(out, sample.size());
      return;
    }
    FittedTable table =
        FittedTable.of(names, sample, Arrays.stream(names).map(ResultView::need).toList());
    FittedTable.Fit fit = table.fit(width);
    boolean isVertical =
        vertical == Vertical.ON
            || (vertical == Vertical.AUTO && isFew && !fit.left().isEmpty() && !sample.isEmpty());
    if (!isVertical) {
      fit.head().forEach(out);
    }
    long count = 0;
    for (int r = 0; !isStopped.getAsBoolean() && (r < sample.size() || rows.hasNext()); r++) {
      Row row = r < sample.size() ? sample.get(r) : rows.next();
      count++;
      if (isVertical) {
        VerticalText.lines(count, names, row, width).forEach(out);
      } else {
        out.accept(r < sample.size() ? fit.row(r) : fit.row(row));
      }
    }
    if (!isVertical && !fit.left().isEmpty()) {
      String left = String.join(", ", fit.left());
      String note = "… and " + fit.left().size() + " more columns, shown by \\x: " + left;
      Paragraph.lines("", note, width).forEach(out);
    }
    count(out, count);
  }

  /** Ids say nothing to a person, and are long: they are left out first. */
  private static int need(String column) {
    return column.endsWith("_id") ? 1 : 0;
  }

  private static void count(Consumer<String> out, long count) {
    out.accept(count == 1 ? "(1 row)" : "(" + count + " rows)");
  }
}
