package org.basin.engine.work;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Sorts rows into as many partitions as there are to be files. */
public final class RowSorter {

  private RowSorter() {}

  /** Returns {@code rows} sorted by {@code columns}, in one partition. */
  public static Dataset<Row> sorted(Dataset<Row> rows, String... columns) {
    return rows.repartition(1).sortWithinPartitions(columns(columns));
  }

  /**
   * Returns {@code rows} sorted by their column {@code index}, then by {@code columns}. Every
   * partition holds an equal range of indices. Spark would find ranges by sampling, which computes
   * the rows twice; these ranges are known in advance.
   *
   * @param indices the number of possible indices: 0 ≤ index &lt; indices
   * @param partitions the number of partitions; ≥ 1
   */
  public static Dataset<Row> byIndex(
      Dataset<Row> rows, long indices, int partitions, String... columns) {
    long width = Math.max(1, (indices + partitions - 1) / partitions);
    Column[] order = new Column[columns.length + 1];
    order[0] = functions.col("index");
    System.arraycopy(columns(columns), 0, order, 1, columns.length);
    return rows.repartitionById(partitions, functions.expr("int(index div " + width + ")"))
        .sortWithinPartitions(order);
  }

  private static Column[] columns(String... names) {
    return Arrays.stream(names).map(functions::col).toArray(Column[]::new);
  }
}
