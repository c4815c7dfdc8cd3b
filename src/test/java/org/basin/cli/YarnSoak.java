package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.basin.engine.storage.SweepFolder;
import org.basin.testing.LawOneSweep;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * YARN and HDFS, used as a user uses them: by law 1, the tables on {@code hdfs://} are the same as
 * those of one JVM on a disk, however the driver starts and whatever is killed.
 */
class YarnSoak {

  @TempDir static Path folder;
  private static LocalLawOne local;
  private static HadoopCluster cluster;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    local = LocalLawOne.in(folder);
    cluster = new HadoopCluster(Files.createDirectory(folder.resolve("hadoop")));
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void client_leavesTheBitsOfOneProcess() throws IOException, InterruptedException {
    Launched run = run(local.sweep(), "client");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("Tables: " + cluster.hdfs() + "/client/law-one");
    assertThat(run.err()).contains("Submitted application").doesNotContain("warn:", "error:");
    assertSameAsLocal("client");
  }

  @Test
  void cluster_leavesTheBitsOfOneProcess_andTellsNoMoreThanItsName()
      throws IOException, InterruptedException {
    Launched run = run(local.sweep(), "cluster", "--deploy-mode", "cluster", "--secure");
    assertThat(run.status()).as(run.err() + cluster.logs("stderr")).isZero();
    assertThat(run.err().lines()).as(run.err()).hasSize(1);
    assertThat(run.err()).startsWith("info: Submitted application application_");
    assertSameAsLocal("cluster");
    assertThat(cluster.logs("stdout")).contains("Tables: " + cluster.hdfs() + "/cluster/law-one");
    Launched status =
        Launched.basin(
            folder,
            Map.of(),
            "status",
            "--jars",
            local.probes().toString(),
            "--output",
            cluster.hdfs() + "/cluster");
    assertThat(status.err()).isEmpty();
    assertThat(status.out()).contains("are finished");
  }

  /**
   * What a user wrote wrong is one line in the driver's log, with the status of the application.
   */
  @Test
  void mistakeInTheSweepFile_failsTheApplicationWithStatus2()
      throws IOException, InterruptedException {
    Path wrong = Files.writeString(folder.resolve("wrong.conf"), "sweep { name = wrong, x = 1 }");
    Launched run =
        run(wrong, "wrong", "--deploy-mode=cluster", "--conf", "spark.yarn.maxAppAttempts=1");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines().reduce((a, b) -> b).orElse(""))
        .startsWith("basin: Spark failed: ");
    assertThat(cluster.logs("stderr")).contains("ended with status 2", "wrong.conf:1: ");
  }

  @Test
  void killedDriver_losesNothing_andARunAtTheSameTimeIsRefused()
      throws IOException, InterruptedException {
    Path log = folder.resolve("killed.log");
    String output = cluster.hdfs() + "/killed";
    Process first =
        Launched.start(
            folder,
            log,
            cluster.environment(),
            words(local.sweep(), output).toArray(String[]::new));
    SweepFolder there = SweepFolder.of(new Configuration(), output, LawOneSweep.NAME);
    for (int tenth = 0; tenth < 3000 && there.list(there.outcomes()).size() < 3; tenth++) {
      assertThat(first.isAlive()).as(Files.readString(log)).isTrue();
      Thread.sleep(100);
    }
    Launched second = run(local.sweep(), "killed");
    assertThat(second.status()).isEqualTo(2);
    assertThat(second.err()).contains("sweep law-one is in use by process " + first.pid());

    first.destroyForcibly().waitFor();
    Launched again = run(local.sweep(), "killed");
    assertThat(again.status()).as(again.err()).isZero();
    assertSameAsLocal("killed");
  }

  @Test
  void smallFile_isAlwaysWhole_whileItIsReplaced() throws IOException {
    SweepFolder there = SweepFolder.of(new Configuration(), cluster.hdfs() + "/files", "s");
    var file = there.work("file");
    there.write(file, "0".repeat(1000));
    Thread writer =
        new Thread(
            () -> {
              for (int i = 1; i < 500; i++) {
                there.write(file, Integer.toString(i % 10).repeat(1000));
              }
            });
    writer.start();
    int looks = 0;
    while (writer.isAlive()) {
      assertThat(there.read(file)).hasSize(1000);
      looks++;
    }
    assertThat(looks).isGreaterThan(100);
    FileSystem files = FileSystem.get(URI.create(cluster.hdfs()), new Configuration());
    assertThat(files.listStatus(file.getParent())).hasSize(1);
  }

  private static Launched run(Path file, String output, String... more)
      throws IOException, InterruptedException {
    List<String> words = words(file, cluster.hdfs() + "/" + output);
    words.addAll(List.of(more));
    return Launched.basin(folder, cluster.environment(), words.toArray(String[]::new));
  }

  private static List<String> words(Path file, String output) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "run",
                file.toString(),
                "--output",
                output,
                "--master=yarn",
                "--num-executors=2",
                "--executor-memory=512m",
                "--driver-memory=1g",
                "--conf",
                "spark.yarn.am.memory=512m",
                "--conf",
                "spark.sql.shuffle.partitions=4",
                "--jars",
                local.probes().toString()));
    words.addAll(cluster.options());
    return words;
  }

  private static void assertSameAsLocal(String output) throws IOException {
    local.assertSame(cluster.hdfs() + "/" + output);
  }
}
