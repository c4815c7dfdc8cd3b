package org.basin.engine.work;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.storage.ExactPath;
import org.basin.engine.storage.SessionDefaults;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import scala.Tuple2;

/**
 * The trials of a sweep that are not committed yet. Executors join the planned ids with the
 * committed ones, and the result is stored as Parquet, sorted by index. The driver holds only
 * counts by block.
 */
public final class PendingWork implements Work {

  private static final long INDICES_PER_FILE = 4_000_000;
  private static final Column IS_LEFT = not(coalesce(col("done"), lit(false)));

  private final SparkSession spark;
  private final SweepFolder folder;
  private final Path file;
  private final List<Block> blocks;
  private final long finished;
  private final long again;

  /**
   * Finds the trials to train.
   *
   * @param retry which finished trials are trained again
   */
  public PendingWork(
      SparkSession spark,
      Sweep sweep,
      CommittedWork committed,
      String runId,
      CostMap costs,
      Retry retry) {
    SweepFolder folder = committed.folder();
    this.spark =
        SessionDefaults.forBytes(spark, folder.bytes(folder.outcomes()), sweep.plan().size());
    this.folder = folder;
    this.file = folder.work("pending-" + runId);
    Dataset<Row> outcomes = PlannedOutcomes.outcomes(this.spark, committed);
    // Null where a trial has no outcome, false where its outcome is to be replaced.
    Dataset<Row> done =
        retry.isNone()
            ? outcomes.select("trial_id").distinct().withColumn("done", lit(true))
            : PlannedOutcomes.counting(
                    outcomes.select("trial_id", "verdict", "retry", PlannedOutcomes.SLICE))
                .select(col("trial_id"), not(retry.isReplaced()).as("done"));
    Dataset<Row> marked =
        PlannedOutcomes.planned(this.spark, sweep.grid().orElseThrow(), costs.indices())
            .select("index", "trial_id")
            .join(done.hint("merge"), new String[] {"trial_id"}, "left")
            .select("index", "done");
    int files = (int) Math.max(1, sweep.plan().size() / INDICES_PER_FILE);
    RowSorter.byIndex(marked, sweep.plan().size(), files).write().parquet(file.toString());

    Map<Long, Long> counts = new HashMap<>();
    long finished = 0;
    long again = 0;
    for (Row row :
        read()
            .groupBy(col("index").divide(costs.width()).cast("bigint").as("block"))
            .agg(count_if(IS_LEFT), count_if(col("done")), count_if(not(col("done"))))
            .collectAsList()) {
      counts.put(row.getLong(0), row.getLong(1));
      finished += row.getLong(2);
      again += row.getLong(3);
    }
    this.blocks = costs.blocks(counts);
    this.finished = finished;
    this.again = again;
  }

  private Dataset<Row> read() {
    return ExactPath.reader(spark).schema("index BIGINT, done BOOLEAN").parquet(file.toString());
  }

  @Override
  public List<Block> blocks() {
    return blocks;
  }

  @Override
  public JavaRDD<Long> indices(List<IndexRange> slice) {
    ByTask byTask = new ByTask(slice);
    return read()
        .filter(IS_LEFT.and(col("index").geq(byTask.from())).and(col("index").lt(byTask.to())))
        .select("index")
        .as(Encoders.LONG())
        .toJavaRDD()
        .filter(byTask::holds)
        .mapToPair(index -> new Tuple2<>(index, true))
        .repartitionAndSortWithinPartitions(byTask)
        .keys();
  }

  @Override
  public long trials() {
    return blocks.stream().mapToLong(Block::trials).sum();
  }

  @Override
  public long committed() {
    return finished;
  }

  @Override
  public long again() {
    return again;
  }

  @Override
  public void close() {
    folder.delete(file);
  }

  /** Sends an index to the task whose range contains it. */
  private static final class ByTask extends Partitioner {

    private static final long serialVersionUID = 1L;

    /** The tasks' ranges in ascending order, and the partition of each. */
    private final long[] starts;

    private final long[] ends;
    private final int[] partitions;

    ByTask(List<IndexRange> tasks) {
      int[] order =
          IntStream.range(0, tasks.size())
              .boxed()
              .sorted(Comparator.comparingLong(task -> tasks.get(task).from()))
              .mapToInt(Integer::intValue)
              .toArray();
      this.partitions = order;
      this.starts = Arrays.stream(order).mapToLong(task -> tasks.get(task).from()).toArray();
      this.ends = Arrays.stream(order).mapToLong(task -> tasks.get(task).to()).toArray();
    }

    long from() {
      return starts[0];
    }

    long to() {
      return ends[ends.length - 1];
    }

    boolean holds(long index) {
      int range = range(index);
      return range >= 0 && index < ends[range];
    }

    @Override
    public int numPartitions() {
      return starts.length;
    }

    @Override
    public int getPartition(Object index) {
      return partitions[range((Long) index)];
    }

    /** The last range that begins at or before {@code index}; −1 if there is none. */
    private int range(long index) {
      int place = Arrays.binarySearch(starts, index);
      return place >= 0 ? place : -place - 2;
    }
  }
}
