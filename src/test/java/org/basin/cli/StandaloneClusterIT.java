package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.basin.config.SweepReader;
import org.basin.engine.RunJob;
import org.basin.engine.RunSummary;
import org.basin.engine.storage.EngineSettings;
import org.basin.testing.SharedSpark;
import org.basin.testing.TableBits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run on a real cluster of one worker is killed by {@code kill -9} between two of its slices, and
 * another process goes on by itself. {@link StandaloneClusterSoak} trains every kind of network on
 * two workers, and loses executors; {@link KilledDriverSoak} kills on one machine and runs the
 * command twice at once; {@link KillSoak} kills at random.
 */
class StandaloneClusterIT {

  private static final long PLANNED = 80;
  private static final SparkSession SPARK = SharedSpark.session();

  @TempDir Path folder;

  @Test
  void runWhoseDriverIsKilled_isResumedToTheBitsOfOneProcess()
      throws IOException, InterruptedException {
    Path file = KilledSweep.write(folder, 20, 20000);
    Path log = folder.resolve("log.txt");
    Launched help = Launched.basin(folder, "--help"); // It makes the folder of Spark's jars.
    assertThat(help.status()).isZero();
    try (SparkCluster cluster = new SparkCluster(Files.createDirectory(folder.resolve("c")), 1)) {
      Process driver =
          Launched.start(
              folder,
              log,
              Map.of("SPARK_LOCAL_IP", "127.0.0.1", "JAVA_HOME", System.getProperty("java.home")),
              "--master",
              cluster.url(),
              "--executor-memory",
              "512m",
              "run",
              file.toString(),
              "--output",
              folder.resolve("interrupted").toString());
      while (driver.isAlive() && slices() == 0) {
        Thread.sleep(20);
      }
      driver.descendants().forEach(ProcessHandle::destroyForcibly);
      driver.destroyForcibly().waitFor();
      assertThat(slices()).as(Files.readString(log)).isPositive();
      assertThat(cluster.executorLogs(0)).isNotEmpty();
    }
    assertThat(folder.resolve("interrupted/killed/trials")).doesNotExist();

    RunSummary resumed = run(file, "interrupted");

    assertThat(resumed.before()).isBetween(1L, PLANNED - 1);
    assertThat(resumed.before() + resumed.trained()).isEqualTo(PLANNED);
    run(file, "undisturbed");
    for (String table : List.of("trials", "observations", "points")) {
      table("interrupted", table).isSameAs(table("undisturbed", table), "after a kill");
    }
  }

  private RunSummary run(Path file, String output) {
    return new RunJob(SPARK, EngineSettings.load())
        .run(new SweepReader().read(file, List.of()), folder.resolve(output).toString());
  }

  private TableBits table(String output, String table) {
    Set<String> free = Set.of("seconds", "attempt", "host");
    return TableBits.read(SPARK, folder.resolve(output), "killed", table, free);
  }

  /** The number of finished slices. */
  private long slices() throws IOException {
    Path outcomes = folder.resolve("interrupted/killed/_work/outcomes");
    if (!Files.exists(outcomes)) {
      return 0;
    }
    try (Stream<Path> slices = Files.list(outcomes)) {
      return slices.filter(slice -> Files.exists(slice.resolve("_SUCCESS"))).count();
    }
  }
}
