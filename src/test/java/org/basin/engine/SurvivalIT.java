package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.lease.Lease;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.Training;
import org.basin.plan.Sweep;
import org.basin.plan.TrialSpec;
import org.basin.testing.Bits;
import org.basin.testing.DecayTrials;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run keeps when a part of it or of the machine fails. */
class SurvivalIT {

  private static final String TRIALS = "trials";

  private final SparkSession spark = SharedSpark.session();

  @TempDir Path output;

  /**
   * Trains as {@link DecayTrials} does, except that its native library fails at the given seeds.
   */
  private static Training failingAt(Set<Long> seeds) {
    return (specs, times, lanes) -> DecayTrials.train(guarded(specs, seeds), times, lanes);
  }

  private static Iterator<TrialSpec> guarded(Iterator<TrialSpec> specs, Set<Long> seeds) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return specs.hasNext();
      }

      @Override
      public TrialSpec next() {
        TrialSpec spec = specs.next();
        if (seeds.contains(spec.seed())) {
          throw new UnsatisfiedLinkError("no library");
        }
        return spec;
      }
    };
  }

  private RunSummary run(Sweep sweep, Training training) {
    return new RunJob(spark, Jobs.manySlices(), training, spec -> 0.01)
        .run(sweep, output.toString());
  }

  private List<String> bits(String sweep, String table) {
    return Bits.rows(
        spark
            .read()
            .parquet(output.resolve(sweep).resolve(table).toString())
            .drop("seconds", "attempt", "host"));
  }

  @Test
  void failingSlice_losesOnlyItself() {
    Sweep sweep = DecayTrials.sweep("part", 20, List.of(0.1, 0.2));

    RunSummary part = run(sweep, failingAt(Set.of(3L)));

    assertThat(part.failures())
        .singleElement()
        .satisfies(line -> assertThat(line).contains("no library").doesNotContain("\n"));
    assertThat(part.trained()).isBetween(1L, 76L);
    assertThat(part.planned()).isEqualTo(80);
    assertThat(part.missing()).isEqualTo(80 - part.trained());
    assertThat(bits("part", TRIALS)).hasSize((int) part.trained());

    RunSummary rest = run(sweep, DecayTrials::train);
    assertThat(rest.before()).isEqualTo(part.trained());
    assertThat(rest.trained()).isEqualTo(part.missing());
    assertThat(rest.missing()).isZero();
    Sweep undisturbed = DecayTrials.sweep("whole", 20, List.of(0.1, 0.2));
    run(undisturbed, DecayTrials::train);
    assertThat(bits("part", TRIALS)).isEqualTo(bits("whole", TRIALS));
    assertThat(bits("part", "observations")).isEqualTo(bits("whole", "observations"));
  }

  @Test
  void failureOfEverySlice_saysWhy() {
    Sweep sweep = DecayTrials.sweep("none", 2, List.of(0.1));
    Training none = failingAt(Set.of(0L, 1L));
    assertThatThrownBy(() -> run(sweep, none))
        .isInstanceOf(NothingTrainedException.class)
        .hasMessage("no trial was trained: UnsatisfiedLinkError: no library");
    assertThat(run(sweep, DecayTrials::train).trained()).isEqualTo(4);
  }

  @Test
  void heldLease_refusesRunAndAggregation_butNotQueries() {
    Sweep sweep = DecayTrials.sweep("held", 2, List.of(0.1));
    run(sweep, DecayTrials::train);
    SweepFolder folder = folder("held");
    try (Lease held = Lease.take(folder, Jobs.settings())) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> run(sweep, DecayTrials::train))
          .isInstanceOf(EngineException.class)
          .hasMessageStartingWith("sweep held is in use by process ");
      assertThatThrownBy(
              () -> new AggregateJob(spark, Jobs.settings()).aggregate(sweep, output.toString()))
          .isInstanceOf(EngineException.class)
          .hasMessageStartingWith("sweep held is in use by process ");
      assertThat(new SqlJob(spark, Jobs.settings()).query(folder, "SELECT * FROM trials").count())
          .isEqualTo(4);
    }
  }

  private SweepFolder folder(String sweep) {
    return SweepFolder.of(new Configuration(), output.toString(), sweep);
  }

  @Test
  void deathWhilePublishing_isRepairedByTheNextCommand() throws IOException {
    Sweep sweep = DecayTrials.sweep("dead", 2, List.of(0.1));
    EngineSettings plain = Jobs.settings("basin.engine.table-links = false");
    Jobs.job(spark, plain).run(sweep, output.toString());
    Path root = output.resolve("dead");
    assertThat(root.resolve(TRIALS)).isDirectory();
    List<String> before = bits("dead", TRIALS);
    for (String next : List.of("sql", "aggregate", "run")) {
      Path staging = root.resolve("_work/publish-dead");
      Files.createDirectories(staging.resolve("old"));
      Files.createDirectories(staging.resolve("new"));
      Files.copy(root.resolve("_tables/manifest.json"), staging.resolve("manifest.json"));
      Files.move(root.resolve(TRIALS), staging.resolve("new").resolve(TRIALS));

      switch (next) {
        case "sql" -> new SqlJob(spark, plain).query(folder("dead"), "SELECT 1").count();
        case "run" -> Jobs.job(spark, plain).run(sweep, output.toString());
        default -> new AggregateJob(spark, plain).aggregate(sweep, output.toString());
      }

      assertThat(staging).as(next).doesNotExist();
      assertThat(bits("dead", TRIALS)).as(next).isEqualTo(before);
    }
  }

  @Test
  void leftOversOfAKill_areClearedAway() throws IOException {
    Sweep sweep = DecayTrials.sweep("left", 2, List.of(0.1));
    run(sweep, DecayTrials::train);
    Path work = output.resolve("left/_work");
    Path slice = Files.createDirectories(work.resolve("outcomes/slice=1-00000/_temporary"));
    Path pending = Files.createDirectories(work.resolve("pending-1"));
    Path staging = Files.createDirectories(work.resolve("publish-1/new/trials"));

    assertThat(run(sweep, DecayTrials::train).trained()).isZero();

    assertThat(slice.getParent()).doesNotExist();
    assertThat(pending).doesNotExist();
    assertThat(staging.getParent().getParent()).doesNotExist();
  }

  @Test
  void largeTables_areSeveralFilesInOrder() throws IOException {
    Sweep sweep = DecayTrials.sweep("large", 20, List.of(0.1, 0.2));
    run(sweep, DecayTrials::train);
    List<String> trials = bits("large", TRIALS);
    List<String> observations = bits("large", "observations");

    EngineSettings small = Jobs.settings("basin.engine.file-bytes = 10000");
    new AggregateJob(spark, small).aggregate(sweep, output.toString());

    assertThat(files("large", TRIALS)).hasSizeGreaterThan(1);
    assertThat(files("large", "observations")).hasSizeGreaterThan(1);
    assertThat(bits("large", TRIALS)).containsExactlyInAnyOrderElementsOf(trials);
    List<String> inOrder =
        files("large", "observations").stream()
            .flatMap(file -> Bits.rows(spark.read().parquet(file.toString())).stream())
            .toList();
    assertThat(inOrder).isEqualTo(observations);
  }

  private List<Path> files(String sweep, String table) throws IOException {
    try (Stream<Path> files = Files.list(output.resolve(sweep).resolve(table))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
  }

  @Test
  void unwritableOutput_isOneClearLine() throws IOException {
    Path file = Files.writeString(output.resolve("file"), "");
    Sweep sweep = DecayTrials.sweep("nowhere", 1, List.of(0.1));
    RunJob job = Jobs.job(spark, Jobs.settings());
    for (Path place : List.of(file, file.resolve("below"), Path.of("/proc/basin"))) {
      assertThatThrownBy(() -> job.run(sweep, place.toString()))
          .isInstanceOf(EngineException.class)
          .hasMessageStartingWith("cannot write ")
          .hasMessageContaining(place.toString())
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void output_mayBeAnUri() throws IOException {
    Path odd = Files.createDirectories(output.resolve("with space, ünï & 100%25"));
    String place = "file://" + odd + "/by-uri";
    Sweep sweep = DecayTrials.sweep("odd", 2, List.of(0.1));
    assertThat(Jobs.run(spark, sweep, place).trained()).isEqualTo(4);
    assertThat(Jobs.run(spark, sweep, place).before()).isEqualTo(4);
    assertThat(odd.resolve("by-uri/odd/trials")).isDirectory();
  }
}
