package org.basin.engine;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/** The trials that are to be trained now, by index: all of a sweep, or what an earlier run left. */
interface Work {

  /** The work by blocks of indices, as predicted; the driver holds no more of it. */
  List<Block> blocks();

  /** The indices of one slice, a range a task and a partition, ascending in each. */
  JavaRDD<Long> indices(List<IndexRange> slice);

  /** How many trials there are to train, about: an index may turn out to hold none. */
  long trials();

  /** How many planned trials were committed before. */
  long committed();

  /** Deletes what the work has put aside. */
  void close();
}
