package org.basin.engine.work;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** All trials of a sweep that has no committed trial yet, as plain ranges of indices. */
public final class FreshWork implements Work {

  private final JavaSparkContext context;
  private final List<Block> blocks;

  public FreshWork(SparkSession spark, CostMap costs) {
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.blocks = costs.blocks();
  }

  @Override
  public List<Block> blocks() {
    return blocks;
  }

  @Override
  public JavaRDD<Long> indices(List<IndexRange> slice) {
    return context.parallelize(slice, slice.size()).flatMap(IndexRange::iterator);
  }

  @Override
  public long trials() {
    return blocks.stream().mapToLong(Block::trials).sum();
  }

  @Override
  public long committed() {
    return 0;
  }

  @Override
  public void close() {
    // Nothing was written.
  }
}
