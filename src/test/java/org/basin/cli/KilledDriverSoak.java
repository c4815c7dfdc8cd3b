package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.basin.testing.Bits;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run is killed by {@code kill -9} between two of its slices. Then the same command runs twice at
 * once, and then with more trials.
 */
class KilledDriverSoak {

  private static final long PLANNED = 240;
  private static final Pattern SUMMARY =
      Pattern.compile(
          "killed: trained ([\\d,]+) of ([\\d,]+) trials in .*?"
              + "(?:; ([\\d,]+) were finished before)?");

  @TempDir static Path folder;
  private static Path interrupted;
  private static Map<Path, String> committed;
  private static long committedTrials;
  private static Counts resumed;
  private static Launched refused;
  private static Launched waited;

  /** Matches the first line of a summary. */
  private record Counts(long trained, long planned, long before) {}

  @BeforeAll
  static void killAndRunAgain() throws IOException, InterruptedException {
    KilledSweep.write(folder, 60, 20000);
    interrupted = folder.resolve("interrupted/killed");
    Path log = folder.resolve("log.txt");
    Process driver = Launched.start(folder, log, command("interrupted"));
    while (driver.isAlive() && slices().isEmpty()) {
      Thread.sleep(20);
    }
    driver.descendants().forEach(ProcessHandle::destroyForcibly);
    driver.destroyForcibly().waitFor();

    assertThat(slices()).as(Files.readString(log)).isNotEmpty();
    assertThat(interrupted.resolve("trials")).doesNotExist();
    assertThat(interrupted.resolve("_work/lease-000001.json")).exists();
    committed = contents(slices());
    committedTrials = count(slices());
    resumeTwiceAtOnce();
  }

  private static void resumeTwiceAtOnce() throws IOException, InterruptedException {
    ExecutorService callers = Executors.newFixedThreadPool(2);
    try {
      List<Future<Launched>> both = new ArrayList<>();
      for (Path from : List.of(folder.resolve("one"), folder.resolve("other"))) {
        Files.createDirectory(from);
        Files.copy(folder.resolve("killed.conf"), from.resolve("killed.conf"));
        both.add(callers.submit(() -> Launched.basin(from, command("../interrupted"))));
      }
      while (!Files.exists(interrupted.resolve("_work/lease-000002.json"))
          && !both.get(0).isDone()) {
        Thread.sleep(20);
      }
      List<String> patient = new ArrayList<>(List.of(command("../interrupted")));
      patient.add("--wait");
      Path third = Files.createDirectory(folder.resolve("third"));
      Files.copy(folder.resolve("killed.conf"), third.resolve("killed.conf"));
      waited = Launched.basin(third, patient.toArray(String[]::new));
      Launched first = both.get(0).get();
      Launched second = both.get(1).get();
      resumed = counts(first.status() == 0 ? first : second);
      refused = first.status() == 0 ? second : first;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void ofTwoRunsAtOnce_oneIsRefusedInOneLine() {
    assertThat(refused.err()).matches("basin: sweep killed is in use by [^\\n]+\n");
    assertThat(refused.out()).isEmpty();
    assertThat(refused.status()).isEqualTo(2);
  }

  @Test
  void thirdRun_waitsAndFindsNothingToTrain() {
    assertThat(waited.err()).contains("sweep killed is in use by process ", "; waiting");
    assertThat(counts(waited)).isEqualTo(new Counts(0, PLANNED, PLANNED));
  }

  @Test
  void sameCommand_trainsOnlyWhatWasNotCommitted() throws IOException {
    assertThat(committedTrials).isBetween(1L, PLANNED - 1);
    assertThat(resumed).isEqualTo(new Counts(PLANNED - committedTrials, PLANNED, committedTrials));
    assertThat(contents(slices())).containsAllEntriesOf(committed);
    assertThat(count(slices())).isEqualTo(count("interrupted/killed/trials"));
    assertThat(table("interrupted/killed/sweeps").filter("end IS NULL").count()).isEqualTo(1);
    assertThat(
            table("interrupted/killed/sweeps")
                .filter("trained = " + (PLANNED - committedTrials))
                .count())
        .isEqualTo(1);
  }

  @Test
  void tables_equalThoseOfAnUndisturbedRun_andMoreTrialsAloneAreTrained()
      throws IOException, InterruptedException {
    run("undisturbed");
    for (String name : List.of("trials", "observations", "hitting_times", "points")) {
      assertThat(bits("interrupted/killed/" + name))
          .as(name)
          .isNotEmpty()
          .isEqualTo(bits("undisturbed/killed/" + name));
    }

    assertThat(run("interrupted", "--set", "seeds.count=70"))
        .as("ten more seeds of four points")
        .isEqualTo(new Counts(40, 280, 240));
    String value = "axes.0.values=[1e-1, 1e-2, 1e-3, 1e-4, 1]";
    assertThat(run("interrupted", "--set", "seeds.count=70", "--set", value))
        .as("seventy seeds of one more point")
        .isEqualTo(new Counts(70, 350, 280));
  }

  private static String[] command(String output, String... more) {
    return Stream.concat(Stream.of("run", "killed.conf", "--output", output), Stream.of(more))
        .toArray(String[]::new);
  }

  private static Counts run(String output, String... more)
      throws IOException, InterruptedException {
    return counts(Launched.basin(folder, command(output, more)));
  }

  private static Counts counts(Launched run) {
    assertThat(run.status()).as(run.err()).isZero();
    Matcher first = SUMMARY.matcher(run.out().lines().findFirst().orElse(""));
    assertThat(first.matches()).as(run.out()).isTrue();
    return new Counts(number(first, 1), number(first, 2), number(first, 3));
  }

  private static long number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Long.parseLong(digits.replace(",", ""));
  }

  /** Returns the committed slices. */
  private static List<Path> slices() throws IOException {
    Path outcomes = interrupted.resolve("_work/outcomes");
    if (!Files.exists(outcomes)) {
      return List.of();
    }
    try (Stream<Path> slices = Files.list(outcomes)) {
      return slices.filter(slice -> Files.exists(slice.resolve("_SUCCESS"))).sorted().toList();
    }
  }

  /** Returns every file with its time and size. */
  private static Map<Path, String> contents(List<Path> folders) {
    Map<Path, String> contents = new TreeMap<>();
    for (Path slice : folders) {
      try (Stream<Path> files = Files.list(slice)) {
        for (Path file : files.toList()) {
          contents.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return contents;
  }

  private static long count(List<Path> folders) {
    return SharedSpark.session()
        .read()
        .parquet(folders.stream().map(Path::toString).toArray(String[]::new))
        .count();
  }

  private static long count(String table) {
    return table(table).count();
  }

  private static Dataset<Row> table(String table) {
    return SharedSpark.session().read().parquet(folder.resolve(table).toString());
  }

  private static List<String> bits(String table) {
    return Bits.rows(table(table).drop("seconds", "attempt", "host"));
  }
}
