package org.basin.engine.work;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/** The trials to train now, by index: all trials of a sweep, or those that an earlier run left. */
public interface Work {

  /** The work as blocks of indices with predicted times. The driver holds no more of it. */
  List<Block> blocks();

  /** The indices of one slice: one partition for each range, with ascending indices. */
  JavaRDD<Long> indices(List<IndexRange> slice);

  /** The approximate number of trials to train: an index may turn out to hold no trial. */
  long trials();

  /** The number of planned trials that were committed before and stay as they are. */
  long committed();

  /** The number of planned trials that were committed before and are trained again. */
  default long again() {
    return 0;
  }

  /** Deletes the files that this work has written. */
  void close();
}
