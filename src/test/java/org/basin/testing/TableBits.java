package org.basin.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * A published table as text, every number to its last bit, in an order of its own: two tables with
 * the same rows are equal, however they were cut and written.
 *
 * @param name the table's
 * @param lines one a row, sorted
 */
public record TableBits(String name, List<String> lines) {

  /**
   * Reads a table.
   *
   * @param output the folder of all sweeps
   * @param except columns that do not count
   */
  public static TableBits read(
      SparkSession spark, Path output, String sweep, String table, Set<String> except) {
    return read(spark, output.toString(), sweep, table, except);
  }

  /** Reads a table on any file system, by URI. */
  public static TableBits read(
      SparkSession spark, String output, String sweep, String table, Set<String> except) {
    var rows = spark.read().parquet(output + "/" + sweep + "/" + table);
    Column[] columns =
        Arrays.stream(rows.columns())
            .filter(name -> !except.contains(name))
            .sorted()
            .map(functions::col)
            .toArray(Column[]::new);
    return new TableBits(table, Bits.rows(rows.select(columns)).stream().sorted().toList());
  }

  /** Fails with the first row that differs, if any does. */
  public void isSameAs(TableBits expected, String how) {
    assertThat(expected.lines).isNotEmpty();
    for (int i = 0; i < Math.min(lines.size(), expected.lines.size()); i++) {
      if (!lines.get(i).equals(expected.lines.get(i))) {
        fail(
            "%s differs %s, first in row %d:%n%s%nmust be%n%s",
            name, how, i, lines.get(i), expected.lines.get(i));
      }
    }
    assertThat(lines).as("rows of " + name + " " + how).hasSameSizeAs(expected.lines);
  }
}
