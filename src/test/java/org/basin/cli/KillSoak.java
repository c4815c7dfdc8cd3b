package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.spark.sql.SparkSession;
import org.basin.testing.SharedSpark;
import org.basin.testing.TableBits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two thousand trials on a standalone cluster, again and again, each time with random kills of
 * executors, workers and the driver. What was killed is started again: executors by Spark, workers
 * and the driver by this test, as an administrator and a user would. It writes what happened into
 * {@code target/kills.md}. {@code -Dbasin.kills.runs} sets the number of runs, {@code
 * -Dbasin.kills.seed} the first seed.
 */
class KillSoak {

  private static final int PLANNED = 2000;
  private static final int WORKERS = 2;
  private static final int MOST_KILLS = 6;
  private static final int MOST_COMMANDS = 12;
  private static final Set<String> FREE = Set.of("seconds", "attempt", "host");
  private static final SparkSession SPARK = SharedSpark.session();

  /** What is killed. */
  private enum Victim {
    EXECUTOR,
    WORKER,
    DRIVER
  }

  @TempDir static Path folder;

  private final Map<Victim, Integer> kills = new EnumMap<>(Victim.class);
  private int commands;
  private int failed;

  @Test
  void killsOfEverything_loseNothingAndDoubleNothing() throws IOException, InterruptedException {
    int runs = Integer.getInteger("basin.kills.runs", 20);
    long seed = Long.getLong("basin.kills.seed", 1);
    KilledSweep.write(folder, 500, 5000);
    Launched local = Launched.basin(folder, "run", "killed.conf", "--output", "undisturbed");
    assertThat(local.status()).as(local.err()).isZero();
    Path cluster = Files.createDirectory(folder.resolve("cluster"));
    int lost = 0;
    int doubled = 0;
    for (int run = 0; run < runs; run++) {
      try (SparkCluster spark =
          new SparkCluster(Files.createDirectory(cluster.resolve("" + run)), WORKERS)) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed + run);
        kill(spark, "run-" + run, random, seed + run);
      }
      List<String> ids = committed("run-" + run);
      Set<String> different = Set.copyOf(ids);
      lost += PLANNED - different.size();
      doubled += ids.size() - different.size();
      assertSame("run-" + run, "after kills with seed " + (seed + run));
      report(run + 1, lost, doubled);
    }
    assertThat(lost).isZero();
    assertThat(doubled).isZero();
    assertThat(kills.keySet()).contains(Victim.values());
  }

  /** Runs the command until it has succeeded, and kills meanwhile. */
  private void kill(SparkCluster spark, String output, UniformRandomProvider random, long seed)
      throws IOException, InterruptedException {
    int left = random.nextInt(2, MOST_KILLS + 1);
    Path log = folder.resolve(output + ".log");
    for (int command = 1; command <= MOST_COMMANDS; command++) {
      commands++;
      Process driver = start(spark, output, log);
      boolean isKilled = false;
      while (left > 0 && !driver.waitFor(random.nextInt(2_000, 15_000), TimeUnit.MILLISECONDS)) {
        left--;
        Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
        if (strike(victim, spark, driver, random)) {
          kills.merge(victim, 1, Integer::sum);
          System.out.println("seed " + seed + ", command " + command + ": killed " + victim);
        }
        if (victim == Victim.DRIVER) {
          isKilled = true;
          break;
        }
      }
      int status = driver.waitFor();
      if (status == 0) {
        return;
      }
      if (!isKilled) {
        failed++;
        String said = Files.readString(log);
        System.out.println(
            "seed " + seed + ", command " + command + " ended with " + status + ": " + said);
        assertThat(said.lines().filter(line -> line.startsWith("\tat "))).isEmpty();
      }
    }
    throw new AssertionError(
        "not finished after " + MOST_COMMANDS + " commands:\n" + Files.readString(log));
  }

  private static Process start(SparkCluster spark, String output, Path log) throws IOException {
    return Launched.start(
        folder,
        log,
        "--master",
        spark.url(),
        "--total-executor-cores",
        "" + WORKERS,
        "--executor-memory",
        "512m",
        "--conf",
        "spark.ui.enabled=false",
        "--conf",
        "spark.driver.host=127.0.0.1",
        "run",
        "killed.conf",
        "--output",
        output);
  }

  /** Kills one process with SIGKILL. Returns whether there was one. */
  private static boolean strike(
      Victim victim, SparkCluster spark, Process driver, UniformRandomProvider random)
      throws IOException, InterruptedException {
    switch (victim) {
      case EXECUTOR -> {
        List<ProcessHandle> executors = spark.executors();
        return !executors.isEmpty()
            && executors.get(random.nextInt(executors.size())).destroyForcibly();
      }
      case WORKER -> spark.replaceWorker(random.nextInt(WORKERS));
      case DRIVER -> {
        driver.descendants().forEach(ProcessHandle::destroyForcibly);
        driver.destroyForcibly();
      }
    }
    return true;
  }

  /** The ids in the committed work, one a row. */
  private static List<String> committed(String output) throws IOException {
    List<String> slices = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder.resolve(output + "/killed/_work/outcomes"))) {
      all.forEach(slice -> slices.add(slice.toString()));
    }
    return SPARK
        .read()
        .parquet(slices.toArray(String[]::new))
        .select("trial_id")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static void assertSame(String output, String how) {
    for (String table :
        List.of("trials", "observations", "hitting_times", "points", "survival", "curves")) {
      TableBits local = TableBits.read(SPARK, folder.resolve("undisturbed"), "killed", table, FREE);
      TableBits.read(SPARK, folder.resolve(output), "killed", table, FREE).isSameAs(local, how);
    }
  }

  private void report(int runs, int lost, int doubled) throws IOException {
    Files.writeString(
        Path.of("target/kills.md"),
        "runs %d, kills %s, commands %d, of them ended by an error %d, lost %d, doubled %d%n"
            .formatted(runs, kills, commands, failed, lost, doubled));
  }
}
