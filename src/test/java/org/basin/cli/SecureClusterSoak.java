package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.basin.config.SweepReader;
import org.basin.engine.RunJob;
import org.basin.engine.storage.EngineSettings;
import org.basin.testing.SharedSpark;
import org.basin.testing.TableBits;
import org.basin.testing.TinySweep;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cluster of Spark's own whose processes know a secret: who knows it runs there, with dynamic
 * allocation and an event log, and leaves the bits of one process; who does not is refused. A
 * password among the settings is nowhere in what a run leaves.
 */
class SecureClusterSoak {

  private static final String SECRET = "the-secret-of-this-cluster";
  private static final String PASSWORD = "hunter2-of-a-store";
  private static final Set<String> FREE = Set.of("seconds", "attempt", "host");
  private static final SparkSession SPARK = SharedSpark.session();

  private static final String SWEEP =
      TinySweep.of("secured", 5, "range = { from = 11, to = 30, step = 1 }", "weight-norm");

  @TempDir static Path folder;
  private static SparkCluster cluster;
  private static Path sweep;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    sweep = Files.writeString(folder.resolve("secured.conf"), SWEEP);
    new RunJob(SPARK, EngineSettings.load())
        .run(new SweepReader().read(sweep, List.of()), folder.resolve("local").toString());
    Launched.basin(folder, "--help");
    cluster =
        new SparkCluster(
            Files.createDirectory(folder.resolve("cluster")),
            2,
            Map.of("_SPARK_AUTH_SECRET", SECRET));
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void whoKnowsTheSecret_runs_andLeavesNoPassword() throws IOException, InterruptedException {
    Path events = Files.createDirectory(folder.resolve("events"));
    Path output = folder.resolve("output");

    Launched run =
        run(
            output,
            Map.of("_SPARK_AUTH_SECRET", SECRET),
            "--secure",
            "--conf",
            "spark.my.password=" + PASSWORD,
            "--conf",
            "spark.dynamicAllocation.enabled=true",
            "--conf",
            "spark.dynamicAllocation.maxExecutors=2",
            "--conf",
            "spark.eventLog.enabled=true",
            "--conf",
            "spark.eventLog.compress=false",
            "--conf",
            "spark.eventLog.rolling.enabled=false",
            "--conf",
            "spark.eventLog.dir=" + events.toUri());

    assertThat(run.status()).as(run.err()).isZero();
    for (String table : List.of("trials", "observations")) {
      TableBits local = TableBits.read(SPARK, folder.resolve("local"), "secured", table, FREE);
      TableBits.read(SPARK, output, "secured", table, FREE).isSameAs(local, "on a secure cluster");
    }
    String log = all(events);
    assertThat(log).contains("SparkListenerExecutorAdded").contains("spark.my.password");
    assertThat(run.out()).contains("spark.my.password=*********(redacted)");
    for (String text : List.of(run.out(), run.err(), log, all(output))) {
      assertThat(text).doesNotContain(PASSWORD).doesNotContain(SECRET);
    }
  }

  @Test
  void whoDoesNot_isRefusedInOneLine() throws IOException, InterruptedException {
    Path output = folder.resolve("refused");
    Launched guess = run(output, Map.of("_SPARK_AUTH_SECRET", "a guess"), "--secure");
    assertThat(guess.status()).as(guess.err()).isNotZero();
    assertThat(guess.err()).contains("basin: ").doesNotContain("\tat ");
    Launched none = run(output, Map.of());
    assertThat(none.status()).as(none.err()).isNotZero();
    assertThat(none.err()).contains("basin: ").doesNotContain("\tat ");
    assertThat(output).doesNotExist();
  }

  private static Launched run(Path output, Map<String, String> more, String... options)
      throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("SPARK_LOCAL_IP", "127.0.0.1");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    List<String> words =
        new ArrayList<>(List.of("run", sweep.toString(), "--output", output.toString()));
    words.addAll(
        List.of("--master", cluster.url(), "--executor-memory", "512m", "--executor-cores", "1"));
    words.addAll(List.of(options));
    return Launched.basin(folder, environment, words.toArray(String[]::new));
  }

  /** The bytes of all files below a folder, as text. */
  private static String all(Path root) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return text.toString();
  }
}
