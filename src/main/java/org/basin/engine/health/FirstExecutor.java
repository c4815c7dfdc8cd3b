package org.basin.engine.health;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.storage.Causes;
import org.basin.engine.storage.MachineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until a cluster has an executor for a session. Spark itself would wait forever. */
public final class FirstExecutor {

  private static final Logger LOG = LoggerFactory.getLogger(FirstExecutor.class);

  private FirstExecutor() {}

  /**
   * Runs a task that does nothing, since a cluster with dynamic allocation starts an executor only
   * for a task.
   *
   * @param quietSeconds the time after which one line says that it waits
   * @param seconds the time after which it gives up
   * @throws MachineException if no executor ran the task in that time, or Spark gave up before
   */
  public static void await(SparkSession spark, double quietSeconds, double seconds) {
    JavaFutureAction<Long> task =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(List.of(0), 1)
            .countAsync();
    try {
      if (isDone(task, Math.min(quietSeconds, seconds))) {
        return;
      }
      LOG.warn(
          "no executor for {} s: the cluster has no free cores, or too little memory for one; waiting"
              + " {} s more (engine.executor-seconds)",
          Math.round(quietSeconds),
          Math.round(seconds - quietSeconds));
      if (!isDone(task, seconds - quietSeconds)) {
        task.cancel(true);
        throw new MachineException(
            "no executor of "
                + spark.sparkContext().master()
                + " came within "
                + Math.round(seconds)
                + " s; wait until cores are free, or ask for less by --executor-memory or"
                + " --executor-cores");
      }
    } catch (ExecutionException e) {
      throw new MachineException(
          "no executor of "
              + spark.sparkContext().master()
              + " works: "
              + Causes.line(e.getCause()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MachineException("interrupted while waiting for an executor", e);
    }
  }

  private static boolean isDone(JavaFutureAction<Long> task, double seconds)
      throws ExecutionException, InterruptedException {
    try {
      task.get((long) (1000 * seconds), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }
}
