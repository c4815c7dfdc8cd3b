package org.basin.engine.imported;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.basin.engine.storage.EngineException;

/**
 * Finds the rows of a table that are wrong by themselves: one pass over the table, and one line for
 * each column, about the first wrong row of all.
 */
final class RowProblems {

  private final SourceTable table;
  private final Map<String, Column> problems = new LinkedHashMap<>();

  /** Makes a search that looks for rows with too few or too many cells only. */
  RowProblems(SourceTable table) {
    this.table = table;
    problems.put("", when(col(SourceTable.WHOLE).equalTo(false), lit(cellsProblem(table))));
  }

  private static String cellsProblem(SourceTable table) {
    return "has too few or too many cells, must have those of the header: "
        + String.join(", ", table.names().stream().map(table::header).toList());
  }

  /** Looks at a column too. */
  void add(String name, Cell cell) {
    problems.put(table.header(name), cell.problem());
  }

  /**
   * Throws if a row is wrong.
   *
   * @throws EngineException with a line for each column in which a row is
   */
  void throwIfAny() {
    List<Column> each = new ArrayList<>();
    problems.forEach(
        (column, problem) -> each.add(struct(lit(column).as("name"), problem.as("text"))));
    List<Row> found =
        table
            .rows()
            .select(
                col(SourceTable.FILE),
                col(SourceTable.ROW),
                col(SourceTable.CELLS),
                explode(
                        filter(
                            array(each.toArray(Column[]::new)),
                            problem -> problem.getField("text").isNotNull()))
                    .as("problem"))
            .groupBy("problem.name")
            .agg(
                min(struct(
                        col(SourceTable.FILE),
                        col(SourceTable.ROW),
                        col(SourceTable.CELLS),
                        col("problem.text")))
                    .as("first"),
                count("*").as("rows"))
            .collectAsList();
    if (!found.isEmpty()) {
      List<String> order = List.copyOf(problems.keySet());
      throw new EngineException(
          found.stream()
              .map(this::found)
              .sorted(
                  Comparator.comparing(Found::file)
                      .thenComparing(Found::line)
                      .thenComparing(one -> order.indexOf(one.column())))
              .map(Found::text)
              .collect(Collectors.joining("\n")));
    }
  }

  /** The problem of a column. The line is from 1, or 0 where it is not found. */
  private record Found(String file, long line, String column, String what, boolean isCsv) {

    String text() {
      String place = line == 0 ? file : file + (isCsv ? ":" : ", row ") + line;
      return place + ": " + (column.isEmpty() ? "" : column + " ") + what;
    }
  }

  private Found found(Row row) {
    Row first = row.getStruct(1);
    long more = row.getLong(2) - 1;
    String others =
        more == 0
            ? ""
            : String.format(Locale.ROOT, " (and %,d more row%s)", more, more == 1 ? "" : "s");
    return new Found(
        table.files().shown(first.getString(0)),
        line(first),
        row.getString(0),
        first.getString(3) + others,
        table.files().isCsv());
  }

  private long line(Row first) {
    return table.files().isCsv()
        ? CsvLine.find(
            table.rows().sparkSession().sparkContext().hadoopConfiguration(),
            first.getString(0),
            new ArrayList<>(first.<String>getList(2)))
        : first.getLong(1);
  }
}
