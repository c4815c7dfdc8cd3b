package org.basin.engine;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Puts rows in order, in as many partitions as there are to be files. */
final class Arrange {

  private Arrange() {}

  /**
   * {@code rows} sorted by {@code columns}, cut by ranges of the first of them.
   *
   * @param files how many partitions; ≥ 1
   */
  static Dataset<Row> sorted(Dataset<Row> rows, int files, String... columns) {
    Column[] order = Arrays.stream(columns).map(functions::col).toArray(Column[]::new);
    // Ranges are found by sampling, which would compute the rows twice for the sake of one file.
    Dataset<Row> cut = files == 1 ? rows.repartition(1) : rows.repartitionByRange(files, order[0]);
    return cut.sortWithinPartitions(order);
  }
}
