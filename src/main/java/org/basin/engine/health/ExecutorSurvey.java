package org.basin.engine.health;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.storage.Causes;
import org.basin.engine.storage.MachineException;

/** Asks every executor of a session what it is. */
public final class ExecutorSurvey {
  /** Tasks for each core, so that a free executor takes some although another one is quicker. */
  private static final int TASKS_PER_CORE = 4;

  private ExecutorSurvey() {}

  /**
   * Runs some tasks that take no time.
   *
   * @param seconds how long to wait for all answers
   * @return what the executors that answered say; equal ones once
   * @throws MachineException if not all tasks end in that time, or one of them fails
   */
  public static Set<ExecutorReport> of(SparkSession spark, double seconds) {
    SparkContext context = spark.sparkContext();
    int tasks = TASKS_PER_CORE * Math.max(1, context.defaultParallelism());
    List<Integer> numbers = IntStream.range(0, tasks).boxed().toList();
    JavaFutureAction<List<ExecutorReport>> answers =
        JavaSparkContext.fromSparkContext(context)
            .parallelize(numbers, tasks)
            .map(number -> ExecutorReport.own())
            .collectAsync();
    try {
      return new LinkedHashSet<>(answers.get((long) (1000 * seconds), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answers.cancel(true);
      throw new MachineException(
          "no executor answered within "
              + Math.round(seconds)
              + " s: the cluster has no free cores or not enough memory for them");
    } catch (ExecutionException e) {
      throw new MachineException("an executor failed: " + Causes.line(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MachineException("interrupted while executors were asked", e);
    }
  }
}
