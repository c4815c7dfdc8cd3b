package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.basin.config.SweepReader;
import org.basin.engine.RunJob;
import org.basin.engine.storage.EngineSettings;
import org.basin.testing.SharedSpark;
import org.basin.testing.TableBits;
import org.basin.testing.TinySweep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small sweep on a real cluster of one worker, used as a user uses it. {@link
 * StandaloneClusterSoak} trains every kind of network on two, and loses executors.
 */
class StandaloneClusterIT {

  private static final SparkSession SPARK = SharedSpark.session();

  @TempDir Path folder;

  @Test
  void cluster_leavesTheBitsOfOneProcess() throws IOException, InterruptedException {
    Path file =
        Files.writeString(
            folder.resolve("few.conf"), TinySweep.of("few", 2, "values = [4, 9]", "weight-norm"));
    var unused =
        new RunJob(SPARK, EngineSettings.load())
            .run(new SweepReader().read(file, List.of()), folder.resolve("local").toString());
    Launched help = Launched.basin(folder, "--help"); // It makes the folder of Spark's jars.
    assertThat(help.status()).isZero();
    try (SparkCluster cluster = new SparkCluster(Files.createDirectory(folder.resolve("c")), 1)) {
      Launched run =
          Launched.basin(
              folder,
              Map.of("SPARK_LOCAL_IP", "127.0.0.1", "JAVA_HOME", System.getProperty("java.home")),
              "--master",
              cluster.url(),
              "--executor-memory",
              "512m",
              "run",
              file.toString(),
              "--output",
              folder.resolve("cluster").toString());
      assertThat(run.status()).as(run.err()).isZero();
      assertThat(run.out()).contains("trained 4 of 4 trials");
      assertThat(cluster.executorLogs(0)).isNotEmpty();
    }
    for (String table : List.of("trials", "observations")) {
      table("cluster", table).isSameAs(table("local", table), "on a cluster");
    }
  }

  private TableBits table(String output, String table) {
    Set<String> free = Set.of("seconds", "attempt", "host");
    return TableBits.read(SPARK, folder.resolve(output), "few", table, free);
  }
}
