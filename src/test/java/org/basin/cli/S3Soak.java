package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.basin.testing.LawOneSweep;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An object store, used as the guide says, {@code --packages} included: by law 1, its tables are
 * those of one JVM on a disk, also after {@code kill -9}. They are read back without Hadoop.
 */
class S3Soak {

  private static final long SEED = 1;
  private static final int KILLS = 8;

  /**
   * A run dies so many milliseconds after its start: before its first slice, or between later ones.
   */
  private static final int SHORTEST = 8_000;

  private static final int LONGEST = 40_000;

  @TempDir static Path folder;
  private static LocalLawOne local;
  private static S3Server store;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    local = LocalLawOne.in(folder);
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
    Launched run = basin("out", "run", local.sweep().toString());
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("Tables: " + store.bucket() + "/out/law-one");
    assertSameAsLocal("out");

    Launched status = basin("out", "status");
    assertThat(status.out()).as(status.err()).contains("are finished", "It is not running.");
    String query = "SELECT count(DISTINCT trial_id) AS n FROM trials";
    Launched sql = basin("out", "sql", "--sweep", LawOneSweep.NAME, "--format=csv", query);
    assertThat(sql.out()).as(sql.err()).isEqualTo("n\n" + local.trials() + "\n");
    Launched report = basin("out", "report", LawOneSweep.NAME);
    assertThat(report.status()).as(report.err()).isZero();
  }

  @Test
  void killedDriver_losesNothing_andARunAtTheSameTimeIsRefused()
      throws IOException, InterruptedException {
    Path log = folder.resolve("killed.log");
    List<String> words = words("killed", "run", local.sweep().toString());
    Process first = Launched.start(folder, log, store.environment(), words.toArray(String[]::new));
    for (int tenth = 0; tenth < 3000 && slices("killed") < 3; tenth++) {
      assertThat(first.isAlive()).as(Files.readString(log)).isTrue();
      Thread.sleep(100);
    }
    stop(first); // Or it would be through before a slow second looks.
    Launched second = basin("killed", "run", local.sweep().toString());
    assertThat(second.status()).as(second.err()).isEqualTo(2);
    assertThat(second.err()).contains("sweep law-one is in use by process " + first.pid());

    first.destroyForcibly().waitFor();
    int kept = slices("killed");
    Launched again = basin("killed", "run", local.sweep().toString());
    assertThat(again.status()).as(again.err()).isZero();
    assertThat(slices("killed")).isGreaterThan(kept);
    assertSameAsLocal("killed");
  }

  @Test
  void driverKilledAtRandomTimes_losesNothing() throws IOException, InterruptedException {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
    List<String> words = words("random", "run", local.sweep().toString());
    int kills = 0;
    for (int command = 0; ; command++) {
      Path log = folder.resolve("random-" + command + ".log");
      Process run = Launched.start(folder, log, store.environment(), words.toArray(String[]::new));
      int millis = random.nextInt(SHORTEST, LONGEST);
      if (command < KILLS && !run.waitFor(millis, TimeUnit.MILLISECONDS)) {
        run.destroyForcibly().waitFor();
        System.out.println("killed after " + millis + " ms, slices: " + slices("random"));
        kills++;
        continue;
      }
      assertThat(run.waitFor()).as(Files.readString(log)).isZero();
      break;
    }
    assertThat(kills).isPositive();
    assertSameAsLocal("random");
  }

  /** Lets a process stand still. It is alive. */
  private static void stop(Process process) throws IOException, InterruptedException {
    Process stop = new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start();
    assertThat(stop.waitFor()).isZero();
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
    words.addAll(List.of("--jars", local.probes().toString()));
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
    local.assertSame(copy.toString());
  }
}
