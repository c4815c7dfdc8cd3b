package org.basin.engine.work;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.basin.engine.storage.SessionDefaults;
import org.basin.spark.SparkInternals;

/** Sorts rows into as many partitions as there are to be files. */
public final class RowSorter {

  private RowSorter() {}

  /** Returns {@code rows} sorted by {@code columns}, in one partition. */
  public static Dataset<Row> sorted(Dataset<Row> rows, String... columns) {
    return single(rows).sortWithinPartitions(columns(columns));
  }

  /** Moves rows into one partition. Where tasks are single, it is the same task that makes them. */
  private static Dataset<Row> single(Dataset<Row> rows) {
    return SessionDefaults.areSingleTasks(rows.sparkSession())
        ? rows.coalesce(1)
        : rows.repartition(1);
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
    boolean isSingle = partitions == 1 && SessionDefaults.areSingleTasks(rows.sparkSession());
    Dataset<Row> divided =
        isSingle
            ? single(rows)
            : SparkInternals.byId(rows, partitions, "int(index div " + width + ")");
    return divided.sortWithinPartitions(order);
  }

  private static Column[] columns(String... names) {
    return Arrays.stream(names).map(functions::col).toArray(Column[]::new);
  }
}
