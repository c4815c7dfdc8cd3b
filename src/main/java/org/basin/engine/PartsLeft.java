package org.basin.engine;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.basin.engine.lease.Lease;
import org.basin.engine.part.Division;
import org.basin.engine.part.PartLeft;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.work.CommittedWork;
import org.basin.engine.work.PlannedOutcomes;
import org.basin.plan.Part;

/** Counts what is left of each part of a divided sweep. */
final class PartsLeft {

  private PartsLeft() {}

  /**
   * Returns a row for each part, in order.
   *
   * @param planned the planned trials, with {@code index} and {@code trial_id}
   */
  static List<PartLeft> of(
      SparkSession queries,
      EngineSettings settings,
      Division division,
      Dataset<Row> planned,
      CommittedWork committed) {
    long[] trials = new long[division.count()];
    long[] left = new long[division.count()];
    long[] ends = division.cuts().stream().skip(1).mapToLong(Long::longValue).toArray();
    UDF1<Long, Integer> place = index -> place(ends, index);
    for (Row row :
        marked(queries, planned, committed)
            .groupBy(udf(place, DataTypes.IntegerType).apply(col("index")))
            .agg(count("trial_id"), count_if(col("done").isNull()))
            .collectAsList()) {
      trials[row.getInt(0)] = row.getLong(1);
      left[row.getInt(0)] = row.getLong(2);
    }
    List<PartLeft> parts = new ArrayList<>();
    for (Part part : division.parts()) {
      int i = part.number() - 1;
      String runner =
          Lease.holder(committed.folder(), settings, division.number(), part).orElse("");
      parts.add(new PartLeft(part, trials[i], left[i], runner));
    }
    return parts;
  }

  private static Dataset<Row> marked(
      SparkSession queries, Dataset<Row> planned, CommittedWork committed) {
    Dataset<Row> trials = planned.select("index", "trial_id");
    if (committed.isEmpty()) {
      return trials.withColumn("done", lit(null).cast(DataTypes.BooleanType));
    }
    Dataset<Row> done =
        PlannedOutcomes.outcomes(queries, committed)
            .select("trial_id")
            .distinct()
            .withColumn("done", lit(true));
    return trials.join(done.hint("merge"), new String[] {"trial_id"}, "left");
  }

  /** The first part that ends after an index. */
  private static int place(long[] ends, long index) {
    int found = Arrays.binarySearch(ends, index);
    int place = found >= 0 ? found + 1 : -found - 1;
    while (place < ends.length - 1 && ends[place] <= index) {
      place++; // Empty parts end where the part before them ends.
    }
    return place;
  }
}
