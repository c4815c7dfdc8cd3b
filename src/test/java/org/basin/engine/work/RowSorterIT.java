package org.basin.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.Test;

class RowSorterIT {

  private static final long INDICES = 1000;

  /** Every index twice, in random order. */
  private static Dataset<Row> rows() {
    return SharedSpark.session()
        .range(0, 2 * INDICES, 1, 5)
        .selectExpr("(id * 7919) % " + INDICES + " AS index", "hash(id) AS other");
  }

  private static List<List<Row>> partitions(Dataset<Row> rows) {
    return rows.toJavaRDD().glom().collect();
  }

  @Test
  void byIndex_isOneOrderOverAllPartitions() {
    List<List<Row>> partitions = partitions(RowSorter.byIndex(rows(), INDICES, 3, "other"));

    assertThat(partitions.stream().map(List::size)).containsExactly(668, 668, 664);
    List<Row> all = partitions.stream().flatMap(List::stream).toList();
    List<Row> sorted = rows().orderBy("index", "other").collectAsList();
    assertThat(all).isEqualTo(sorted);
  }

  @Test
  void byIndex_ofNoIndices_isEmpty() {
    Dataset<Row> none = rows().filter(functions.lit(false));
    assertThat(RowSorter.byIndex(none, 0, 2).count()).isZero();
  }

  @Test
  void sorted_isOnePartition() {
    assertThat(partitions(RowSorter.sorted(rows(), "other"))).hasSize(1);
  }
}
