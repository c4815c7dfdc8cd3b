package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.testing.LawOneSweep;
import org.basin.testing.SharedSpark;
import org.basin.testing.TinySweep;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real cluster, used as a user uses it. By law 1, its tables are the same as those of one JVM. A
 * trial that ends its executor harms no other trial.
 */
class StandaloneClusterSoak {

  private static final Path SUBMIT = Path.of("submit");
  private static final int WORKERS = 2;
  private static final Map<String, String> ENVIRONMENT =
      Map.of("SPARK_LOCAL_IP", "127.0.0.1", "JAVA_HOME", System.getProperty("java.home"));

  /** Of the lines of an event log: the starts of second copies of tasks. */
  private static final String SPECULATIVE =
      "value LIKE '%SparkListenerTaskStart%' AND value LIKE '%\"Speculative\":true%'";

  /** Twenty networks. The one with width 15 ends its executor at each attempt. */
  private static final String DEADLY =
      TinySweep.of(
          "deadly",
          1,
          "range = { from = 11, to = 30, step = 1 }",
          "{ kind = test-fault, at = 1, width = 15, how = halt }");

  @TempDir static Path folder;

  private static final SparkSession SPARK = SharedSpark.session();
  private static SparkCluster cluster;
  private static LocalLawOne local;

  /** What a run prints that has trained the sweep. */
  private static String trained;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    local = LocalLawOne.in(folder);
    trained = "trained %1$,d of %1$,d trials".formatted(local.trials());
    cluster = new SparkCluster(Files.createDirectory(folder.resolve("cluster")), WORKERS);
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void cluster_leavesTheBitsOfOneProcess() throws IOException, InterruptedException {
    Path output = folder.resolve("cluster-output");

    Launched run = run(local.sweep(), output);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains(trained);
    local.assertSame(output.toString());
    assertThat(attempts(output)).containsExactly(0);
    Row record = SPARK.read().parquet(table(output, "sweeps")).first();
    assertThat(record.<String>getAs("master")).isEqualTo(cluster.url());
    // Every executor had the launcher's environment and flags, and trained some trials.
    assertThat(record.getList(record.fieldIndex("machines")))
        .hasSize(1)
        .allSatisfy(machine -> assertThat((String) machine).contains(lines("environment")));
    for (int worker = 0; worker < WORKERS; worker++) {
      assertThat(cluster.executorLogs(worker))
          .isNotEmpty()
          .allSatisfy(
              log -> {
                assertThat(log.lines().findFirst().orElse("")).contains(lines("jvm-options"));
                assertThat(log).contains("Finished task");
              });
    }
  }

  @Test
  void killedExecutor_changesNoBitAndDoublesNothing() throws IOException, InterruptedException {
    Path output = folder.resolve("killed-output");
    Files.delete(LawOneSweep.marker(folder));

    Launched run = run(local.sweep(), output);

    assertThat(LawOneSweep.marker(folder)).exists();
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains(trained);
    assertThat(attempts(output)).contains(1);
    local.assertSame(output.toString());
  }

  @Test
  void trialThatEndsItsExecutors_failsAlone() throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("deadly.conf"), DEADLY);
    Path output = folder.resolve("deadly-output");

    // Two attempts instead of Spark's four, because each costs an executor, which takes seconds to
    // start.
    Launched run = run(file, output, "--conf", "spark.task.maxFailures=2");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("trained 20 of 20 trials", "exhausted 19, failed 1");
    Dataset<Row> trials = SPARK.read().parquet(output.resolve("deadly/trials").toString());
    assertThat(trials.select("trial_id").distinct().count()).isEqualTo(trials.count());
    Row failed = trials.filter("verdict = 'failed'").first();
    assertThat(failed.<Number>getAs("model_width").longValue()).isEqualTo(15);
    assertThat(failed.<String>getAs("error"))
        .startsWith("its process died at each attempt to train it by itself: an executor ");
  }

  /** Tasks have second copies as soon as the other worker is free; what ends last is lost. */
  @Test
  void speculation_changesNoBitAndDoublesNothing() throws IOException, InterruptedException {
    Path output = folder.resolve("speculation-output");
    Path events = Files.createDirectory(folder.resolve("events"));

    Launched run =
        run(
            local.sweep(),
            output,
            "--conf",
            "spark.speculation=true",
            "--conf",
            "spark.speculation.interval=10ms",
            "--conf",
            "spark.speculation.multiplier=1",
            "--conf",
            "spark.speculation.quantile=0.1",
            "--conf",
            "spark.speculation.minTaskRuntime=1ms",
            "--conf",
            "spark.eventLog.enabled=true",
            "--conf",
            "spark.eventLog.compress=false",
            "--conf",
            "spark.eventLog.rolling.enabled=false",
            "--conf",
            "spark.eventLog.dir=" + events.toUri());

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains(trained);
    assertThat(SPARK.read().text(events.toString()).filter(SPECULATIVE).count()).isPositive();
    assertNoTrialTwice(output);
    local.assertSame(output.toString());
  }

  /** Spark moves the work of an executor that is told to go, as a node of a cloud is. */
  @Test
  void decommissionedExecutor_changesNoBitAndDoublesNothing()
      throws IOException, InterruptedException {
    Path output = folder.resolve("decommission-output");
    Path log = folder.resolve("decommission.log");
    List<String> words =
        words(
            local.sweep(),
            output,
            "--conf",
            "spark.decommission.enabled=true",
            "--conf",
            "spark.storage.decommission.enabled=true");

    Process run = Launched.start(folder, log, ENVIRONMENT, words.toArray(String[]::new));
    Path outcomes = output.resolve("law-one/_work/outcomes");
    while (run.isAlive() && !Files.exists(outcomes)) {
      Thread.sleep(50);
    }
    ProcessHandle executor = cluster.executors().stream().findFirst().orElseThrow();
    new ProcessBuilder("kill", "-PWR", "" + executor.pid()).start().waitFor();

    assertThat(run.waitFor()).as(Files.readString(log)).isZero();
    List<String> logs = new ArrayList<>();
    for (int worker = 0; worker < WORKERS; worker++) {
      logs.addAll(cluster.executorLogs(worker));
    }
    assertThat(logs).filteredOn(text -> text.contains("Decommission executor")).hasSize(1);
    assertThat(Files.readString(log)).contains(trained);
    assertNoTrialTwice(output);
    local.assertSame(output.toString());
  }

  private static void assertNoTrialTwice(Path output) {
    Dataset<Row> trials = SPARK.read().parquet(table(output, "trials"));
    assertThat(trials.select("trial_id").distinct().count()).isEqualTo(trials.count());
  }

  private static Launched run(Path file, Path output, String... more)
      throws IOException, InterruptedException {
    return Launched.basin(folder, ENVIRONMENT, words(file, output, more).toArray(String[]::new));
  }

  private static List<String> words(Path file, Path output, String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(
        List.of(
            "--master",
            cluster.url(),
            // Wait for both executors before the first task.
            "--total-executor-cores",
            "" + WORKERS,
            "--conf",
            "spark.scheduler.minRegisteredResourcesRatio=1",
            "--conf",
            "spark.sql.shuffle.partitions=4",
            "--executor-memory",
            "512m",
            "--conf",
            "spark.ui.enabled=false",
            "--jars",
            local.probes().toString(),
            "run",
            file.toString(),
            "--output",
            output.toString()));
    return arguments;
  }

  private static List<Integer> attempts(Path output) {
    return SPARK
        .read()
        .parquet(table(output, "trials"))
        .select("attempt")
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> row.getInt(0))
        .sorted()
        .toList();
  }

  private static String table(Path output, String name) {
    return output.resolve(LawOneSweep.NAME).resolve(name).toString();
  }

  /** Returns the lines of a file of the launcher that are not comments. */
  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(SUBMIT.resolve(file)).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
