package org.basin.engine;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.basin.config.Sweep;

/**
 * Publishes the tables of a sweep anew from what is committed: after a run that was killed, or with
 * other hitting times. Trains nothing.
 */
public final class AggregateJob {

  private final SparkSession spark;
  private final EngineSettings settings;

  public AggregateJob(SparkSession spark, EngineSettings settings) {
    this.spark = spark;
    this.settings = settings;
  }

  /**
   * Publishes what is committed.
   *
   * @param output the folder of all sweeps, a path or a URI
   * @return a summary whose {@code missing} counts the planned trials that are not trained yet
   * @throws EngineException if nothing is committed, or another process is using the folder
   */
  public RunSummary aggregate(Sweep sweep, String output) {
    long start = System.nanoTime();
    SessionDefaults.set(spark);
    SweepFolder folder =
        SweepFolder.of(spark.sparkContext().hadoopConfiguration(), output, sweep.name());
    if (!folder.exists()) {
      throw new EngineException("nothing was run in " + folder.root());
    }
    Lease lease = Lease.take(folder, settings);
    try {
      WorkVersion.check(folder);
      Publication.repair(folder);
      try (Tables tables = new Tables(spark, settings, sweep, folder, RunIds.next())) {
        tables.publish();
        long planned = sweep.grid().count();
        return tables.summary(planned, tables.overview().finished(), 0, List.of(), start);
      }
    } finally {
      lease.close();
    }
  }
}
