package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.FetchFailed;
import org.apache.spark.SparkEnv;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import org.basin.testing.DecayTrials;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files through which Spark's stages hand over rows are lost while tables are made, as when a
 * machine's scratch disk fails.
 */
class LostShuffleIT {

  private static final SparkSession SPARK = SharedSpark.session();

  /** Fewer than the attempts that Spark gives a stage. */
  private static final int LOSSES = 2;

  @TempDir Path output;

  /** Deletes such files as they appear, and counts the tasks that miss one. */
  private static final class Loss extends SparkListener implements Runnable {

    private final Set<Path> known = ConcurrentHashMap.newKeySet();
    private final AtomicInteger missed = new AtomicInteger();
    private volatile boolean isOver;

    Loss() {
      known.addAll(files());
    }

    private static List<Path> files() {
      return Stream.of(SparkEnv.get().blockManager().diskBlockManager().localDirs())
          .map(File::toPath)
          .flatMap(Loss::below)
          .toList();
    }

    private static Stream<Path> below(Path folder) {
      try (Stream<Path> all = Files.walk(folder)) {
        return all
            .filter(file -> file.getFileName().toString().matches("shuffle_.*\\.data"))
            .toList()
            .stream();
      } catch (IOException | UncheckedIOException e) {
        return Stream.of(); // A folder was deleted meanwhile.
      }
    }

    @Override
    public void run() {
      int lost = 0;
      while (!isOver && lost < LOSSES) {
        for (Path file : files()) {
          if (known.add(file) && lost < LOSSES && file.toFile().delete()) {
            lost++;
          }
        }
      }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
      if (end.reason() instanceof FetchFailed) {
        missed.incrementAndGet();
      }
    }
  }

  @Test
  void lostRows_areMadeAgain_andTheTablesAreTheSame() throws InterruptedException {
    Sweep sweep = DecayTrials.sweep("shuffled", 5, List.of(0.1, 0.2));
    Jobs.run(SPARK, sweep, output.resolve("undisturbed").toString());
    Loss loss = new Loss();
    Thread deleting = new Thread(loss);
    SPARK.sparkContext().addSparkListener(loss);
    deleting.start();
    RunSummary run;
    try {
      run = Jobs.run(SPARK, sweep, output.resolve("disturbed").toString());
    } finally {
      loss.isOver = true;
      deleting.join();
      SPARK.sparkContext().removeSparkListener(loss);
    }
    assertThat(loss.missed.get()).isPositive();
    assertThat(run.failures()).isEmpty();
    assertThat(run.missing()).isZero();
    assertThat(ReadTables.current(folder("disturbed")))
        .isEqualTo(ReadTables.current(folder("undisturbed")));
  }

  private SweepFolder folder(String name) {
    return SweepFolder.of(new Configuration(), output.resolve(name).toString(), "shuffled");
  }
}
