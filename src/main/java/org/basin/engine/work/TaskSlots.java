package org.basin.engine.work;

import org.apache.spark.SparkContext;

/** How many tasks of a session run at once. */
public final class TaskSlots {

  private static final String TASK_CPUS = "spark.task.cpus";

  private TaskSlots() {}

  /** The session's cores over those that a task asks for by {@code spark.task.cpus}; at least 1. */
  public static int of(SparkContext spark) {
    return of(spark.defaultParallelism(), spark.getConf().getInt(TASK_CPUS, 1));
  }

  static int of(int cores, int coresOfATask) {
    return Math.max(1, cores / Math.max(1, coresOfATask));
  }
}
