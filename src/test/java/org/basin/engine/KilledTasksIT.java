package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskKilled;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.Training;
import org.basin.plan.Sweep;
import org.basin.testing.DecayTrials;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks are killed while they train, as an administrator or a preempting scheduler does. */
class KilledTasksIT {

  private static final SparkSession SPARK = SharedSpark.session();
  private static final int KILLS = 5;

  @TempDir Path output;

  /** Kills the first tasks of the run, each a moment after its start. */
  private static final class Killer extends SparkListener {

    private final SparkContext spark = SPARK.sparkContext();
    private final AtomicInteger left = new AtomicInteger(KILLS);
    private final AtomicInteger killed = new AtomicInteger();

    @Override
    public void onTaskStart(SparkListenerTaskStart start) {
      if (left.getAndDecrement() > 0) {
        spark.killTaskAttempt(start.taskInfo().taskId(), true, "killed by a test");
      }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
      if (end.reason() instanceof TaskKilled) {
        killed.incrementAndGet();
      }
    }
  }

  @Test
  void killedTasks_runAgain_andNothingIsLostOrDoubled() {
    Sweep sweep = DecayTrials.sweep("killed", 5, List.of(0.1, 0.2));
    Jobs.job(SPARK, Jobs.manySlices()).run(sweep, output.resolve("undisturbed").toString());
    Training slow =
        (specs, times, lanes) -> {
          pause();
          return DecayTrials.train(specs, times, lanes);
        };
    Killer killer = new Killer();
    SPARK.sparkContext().addSparkListener(killer);
    RunSummary run;
    try {
      run =
          new RunJob(SPARK, Jobs.manySlices(), slow, spec -> 0.01)
              .run(sweep, output.resolve("disturbed").toString());
    } finally {
      SPARK.sparkContext().removeSparkListener(killer);
    }
    assertThat(killer.killed.get()).isPositive();
    assertThat(run.failures()).isEmpty();
    assertThat(run.missing()).isZero();
    SweepFolder disturbed = folder("disturbed");
    assertThat(ReadTables.current(disturbed)).isEqualTo(ReadTables.current(folder("undisturbed")));
    assertThat(
            disturbed.list(disturbed.outcomes()).stream()
                .mapToInt(slice -> ReadTables.rows(disturbed, slice.getPath()).size())
                .sum())
        .isEqualTo(20);
  }

  private static void pause() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("killed", e);
    }
  }

  private SweepFolder folder(String name) {
    return SweepFolder.of(new Configuration(), output.resolve(name).toString(), "killed");
  }
}
