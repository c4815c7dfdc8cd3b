package org.basin.cli.text;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/**
 * The formats in which the result of a query is printed. Rows are streamed, so a result may be
 * larger than memory.
 */
public enum ResultFormat {
  /**
   * Aligned text for people. Reals have six digits, null is blank, and the number of rows stands at
   * the end.
   */
  TABLE {
    @Override
    public void print(Dataset<Row> result, PrintWriter out) {
      StructField[] fields = result.schema().fields();
      boolean[] isNumber = new boolean[fields.length];
      for (int i = 0; i < fields.length; i++) {
        isNumber[i] = fields[i].dataType() instanceof NumericType;
      }
      Iterator<Row> rows = result.toLocalIterator();
      List<List<String>> sample = new ArrayList<>();
      while (rows.hasNext() && sample.size() < SAMPLE) {
        sample.add(cells(rows.next()));
      }
      TextTable table = new TextTable(List.of(result.columns()), isNumber, sample);
      out.println(table.header());
      out.println(table.rule());
      sample.forEach(row -> out.println(table.row(row)));
      long count = sample.size();
      for (; rows.hasNext(); count++) {
        out.println(table.row(cells(rows.next())));
      }
      out.println(count == 1 ? "(1 row)" : "(" + count + " rows)");
    }

    private List<String> cells(Row row) {
      List<String> cells = new ArrayList<>(row.size());
      for (int i = 0; i < row.size(); i++) {
        cells.add(CellText.forTable(row.get(i)));
      }
      return cells;
    }
  },

  /**
   * RFC 4180 with a header line. Reals have every digit, null is empty, and empty text is {@code
   * ""}.
   */
  CSV {
    @Override
    public void print(Dataset<Row> result, PrintWriter out) throws IOException {
      CSVPrinter printer =
          new CSVPrinter(out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
      printer.printRecord(Arrays.asList((Object[]) result.columns()));
      for (Iterator<Row> rows = result.toLocalIterator(); rows.hasNext(); ) {
        Row row = rows.next();
        for (int i = 0; i < row.size(); i++) {
          printer.print(row.isNullAt(i) ? null : CellText.exact(row.get(i)));
        }
        printer.println();
      }
    }
  },

  /**
   * One JSON object for each line. Reals have every digit. JSON has no NaN or infinity, so they are
   * the texts {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}, as Spark writes and reads
   * them.
   */
  JSON {
    @Override
    public void print(Dataset<Row> result, PrintWriter out) {
      Dataset<Row> lines =
          result.select(
              functions.to_json(
                  functions.struct(functions.col("*")), Map.of("ignoreNullFields", "false")));
      lines.toLocalIterator().forEachRemaining(row -> out.println(row.getString(0)));
    }
  };

  private static final int SAMPLE = 1000;

  /** Prints the whole result. */
  public abstract void print(Dataset<Row> result, PrintWriter out) throws IOException;
}
