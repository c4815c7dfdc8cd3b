package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.RunJob;
import org.basin.engine.storage.EngineSettings;
import org.basin.testing.LawOneSweep;
import org.basin.testing.ProbeJar;
import org.basin.testing.SharedSpark;
import org.basin.testing.TableBits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An object store, used as the guide says, {@code --packages} included: by law 1, its tables are
 * those of one JVM on a disk, also after {@code kill -9}. They are read back without Hadoop.
 */
class S3Soak {

  private static final Set<String> FREE = Set.of("seconds", "attempt", "host");
  private static final SparkSession SPARK = SharedSpark.session();

  @TempDir static Path folder;
  private static S3Server store;
  private static Path sweep;
  private static Path probes;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    sweep = LawOneSweep.write(folder, List.of(0, 1, 2, 3), "halt");
    Files.createFile(LawOneSweep.marker(folder));
    new RunJob(SPARK, EngineSettings.load())
        .run(LawOneSweep.read(sweep, 64), folder.resolve("local").toString());
    probes = ProbeJar.write(folder.resolve("probes.jar"));
    Launched.basin(folder, "--help");
    store = new S3Server(Files.createDirectory(folder.resolve("s3")));
  }

  @AfterAll
  static void stop() {
    if (store != null) {
      store.close();
    }
  }

  @Test
  void tables_haveTheBitsOfOneProcess_andTheVerbsReadThem()
      throws IOException, InterruptedException {
    Launched run = basin("out", "run", sweep.toString());
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("Tables: " + store.bucket() + "/out/law-one");
    assertSameAsLocal("out");

    Launched status = basin("out", "status");
    assertThat(status.out()).as(status.err()).contains("are finished", "It is not running.");
    String query = "SELECT count(DISTINCT trial_id) AS n FROM trials";
    Launched sql = basin("out", "sql", "--sweep", LawOneSweep.NAME, "--format=csv", query);
    long trials = SPARK.read().parquet(folder.resolve("local/law-one/trials").toString()).count();
    assertThat(sql.out()).as(sql.err()).isEqualTo("n\n" + trials + "\n");
    Launched report = basin("out", "report", LawOneSweep.NAME);
    assertThat(report.status()).as(report.err()).isZero();
  }

  @Test
  void killedDriver_losesNothing_andARunAtTheSameTimeIsRefused()
      throws IOException, InterruptedException {
    Path log = folder.resolve("killed.log");
    List<String> words = words("killed", "run", sweep.toString());
    Process first = Launched.start(folder, log, store.environment(), words.toArray(String[]::new));
    for (int tenth = 0; tenth < 3000 && slices("killed") < 3; tenth++) {
      assertThat(first.isAlive()).as(Files.readString(log)).isTrue();
      Thread.sleep(100);
    }
    Launched second = basin("killed", "run", sweep.toString());
    assertThat(second.status()).as(second.err()).isEqualTo(2);
    assertThat(second.err()).contains("sweep law-one is in use by process " + first.pid());

    // The test's fault halts the run in the middle where the kill is too late.
    first.destroyForcibly().waitFor();
    int kept = slices("killed");
    Launched again = basin("killed", "run", sweep.toString());
    assertThat(again.status()).as(again.err()).isZero();
    assertThat(slices("killed")).isGreaterThan(kept);
    assertSameAsLocal("killed");
  }

  private static int slices(String output) throws IOException, InterruptedException {
    Set<String> slices = new TreeSet<>();
    for (String key : store.keys(output + "/law-one/_work/outcomes/slice=")) {
      if (key.endsWith("/_SUCCESS")) {
        slices.add(key);
      }
    }
    return slices.size();
  }

  private static Launched basin(String output, String verb, String... more)
      throws IOException, InterruptedException {
    return Launched.basin(
        folder, store.environment(), words(output, verb, more).toArray(String[]::new));
  }

  private static List<String> words(String output, String verb, String... more) {
    List<String> words = new ArrayList<>(List.of(verb));
    words.addAll(List.of(more));
    words.addAll(List.of("--output", store.bucket() + "/" + output));
    words.addAll(List.of("--jars", probes.toString()));
    words.addAll(store.options());
    return words;
  }

  private static void assertSameAsLocal(String output) throws IOException, InterruptedException {
    // The publication is named by the last of the empty files beside it.
    String tables = output + "/law-one/_tables/";
    String current = store.keys(tables + "current-").stream().max(String::compareTo).orElseThrow();
    String publication = current.replaceFirst(".*/current-\\d+-", "");
    Path copy = folder.resolve("copy").resolve(output);
    store.copy(tables + publication + "/", copy.resolve(LawOneSweep.NAME));
    for (String table : List.of("trials", "observations")) {
      TableBits local =
          TableBits.read(SPARK, folder.resolve("local"), LawOneSweep.NAME, table, FREE);
      TableBits.read(SPARK, copy, LawOneSweep.NAME, table, FREE).isSameAs(local, output);
    }
  }
}
