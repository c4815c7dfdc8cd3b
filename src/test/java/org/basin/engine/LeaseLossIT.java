package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.lease.Lease;
import org.basin.engine.lease.LeaseFiles;
import org.basin.engine.lease.LeaseLostException;
import org.basin.engine.storage.ExclusiveFile;
import org.basin.engine.storage.ProcessIdentity;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.CommittedWork;
import org.basin.engine.work.Training;
import org.basin.plan.Sweep;
import org.basin.testing.DecayTrials;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run was suspended for so long that another process has taken over its sweep. */
class LeaseLossIT {

  private static final ProcessIdentity ELSEWHERE =
      new ProcessIdentity("elsewhere", "another machine", "someone", 7, "12345");

  private final SparkSession spark = SharedSpark.session();

  @TempDir static Path output;

  private static SweepFolder folder(String sweep) {
    return SweepFolder.of(new Configuration(), output.toString(), sweep);
  }

  /** Writes, once, what another process writes when it takes over. */
  private static void takeOver(String sweep, long number) {
    SweepFolder folder = folder(sweep);
    ExclusiveFile.create(
        folder, new LeaseFiles(folder).claim(number), ELSEWHERE.render("token " + number));
  }

  @Test
  void runThatWakesUp_endsAndPublishesNothing() throws Exception {
    Sweep sweep = DecayTrials.sweep("woken", 20, List.of(0.1, 0.2));
    Training sleepy =
        (specs, times, lanes) -> {
          // Local mode: the tasks share this process with the driver.
          if (!CommittedWork.of(folder("woken")).isEmpty()) {
            takeOver("woken", 2);
          }
          return DecayTrials.train(specs, times, lanes);
        };
    RunJob job = new RunJob(spark, Jobs.manySlices(), sleepy, spec -> 0.01);
    assertThatThrownBy(() -> job.run(sweep, output.toString()))
        .isInstanceOf(LeaseLostException.class)
        .hasMessageStartingWith("sweep woken was taken over by process 7 on elsewhere, as this one")
        .hasMessageNotContaining("\n");
    assertThat(output.resolve("woken/trials")).doesNotExist();
    assertThat(Lease.holder(folder("woken"), Jobs.settings()).orElseThrow())
        .startsWith("process 7 on elsewhere");

    // The later holder completes the work. Nothing is lost or doubled.
    folder("woken").write(new LeaseFiles(folder("woken")).released(2), "");
    RunSummary rest = Jobs.run(spark, sweep, output.toString());
    assertThat(rest.before() + rest.trained()).isEqualTo(80);
    assertThat(rest.before()).isPositive();
    assertThat(spark.read().parquet(output.resolve("woken/trials").toString()).count())
        .isEqualTo(80);
  }

  @Test
  void runThatTrainsAgainWhatLostItsExecutor_endsToo() {
    Sweep sweep = DecayTrials.sweep("orphaned", 1, List.of(0.1));
    Training dying =
        (specs, times, lanes) -> {
          if (TaskContext.get().getLocalProperty("spark.job.description").endsWith(" 0")) {
            throw new IllegalStateException("ExecutorLostFailure (executor 1) Reason: a test");
          }
          takeOver("orphaned", 2);
          return DecayTrials.train(specs, times, lanes);
        };
    RunJob job = new RunJob(spark, Jobs.settings(), dying, spec -> 0.01);
    assertThatThrownBy(() -> job.run(sweep, output.toString()))
        .isInstanceOf(LeaseLostException.class);
    assertThat(output.resolve("orphaned/trials")).doesNotExist();
  }

  @Test
  void tablesOfBefore_stand() {
    Sweep sweep = DecayTrials.sweep("late", 2, List.of(0.1));
    Jobs.run(spark, sweep, output.toString());
    long before = spark.read().parquet(output.resolve("late/trials").toString()).count();
    Sweep more = DecayTrials.sweep("late", 4, List.of(0.1));
    RunJob job =
        new RunJob(
            spark,
            Jobs.settings(),
            (specs, times, lanes) -> {
              takeOver("late", 3);
              return DecayTrials.train(specs, times, lanes);
            },
            spec -> 0.01);
    assertThatThrownBy(() -> job.run(more, output.toString()))
        .isInstanceOf(LeaseLostException.class);
    assertThat(spark.read().parquet(output.resolve("late/trials").toString()).count())
        .isEqualTo(before);
  }
}
