package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.basin.engine.progress.ProgressView;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.ExactPath;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.CommittedWork;
import org.basin.engine.work.PlannedOutcomes;
import org.basin.plan.Sweep;
import org.basin.tables.OutcomeTable;
import org.basin.testing.Bits;
import org.basin.testing.DecayTrials;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Committed work that was damaged is named, set aside and trained again. */
class DamagedSlicesIT {

  private static final SparkSession SPARK = SharedSpark.session();
  private static final Sweep SWEEP = DecayTrials.sweep("worn", 4, List.of(0.1, 0.2));
  private static final long PLANNED = 16;

  @TempDir static Path output;
  private static List<String> trials;
  private static List<String> observations;

  @TempDir Path own;
  private final List<String> said = new ArrayList<>();

  @BeforeAll
  static void runOnce() {
    Jobs.job(SPARK, Jobs.manySlices()).run(SWEEP, output.toString());
    trials = bits(output, "trials");
    observations = bits(output, "observations");
  }

  private static List<String> bits(Path folder, String table) {
    return Bits.rows(
        ExactPath.reader(SPARK)
            .parquet(folder.resolve("worn").resolve(table).toString())
            .drop("seconds", "attempt", "host"));
  }

  /** Returns a slice in a fresh copy of the sweep's folder. */
  Path slice() throws IOException {
    Path root = own.resolve("worn");
    if (Files.exists(root)) {
      Files.move(root, own.resolve("before-" + System.nanoTime()));
    }
    said.clear();
    Damage.copy(output.resolve("worn"), root);
    try (Stream<Path> slices = Files.list(root.resolve("_work/outcomes"))) {
      return slices.sorted().toList().get(1);
    }
  }

  RunSummary run() {
    JobRequest request = new JobRequest("", "", List.of(), false, said::add);
    return Jobs.job(SPARK, Jobs.settings()).run(SWEEP, own.toString(), request, ProgressView.NONE);
  }

  private SweepStatus status() {
    return new StatusJob(SPARK, Jobs.settings()).status(SWEEP, own.toString());
  }

  private void aggregate(JobRequest request) {
    new AggregateJob(SPARK, Jobs.settings()).aggregate(SWEEP, own.toString(), request);
  }

  private void assertWhole() {
    assertThat(bits(own, "trials")).isEqualTo(trials);
    assertThat(bits(own, "observations")).isEqualTo(observations);
  }

  /** {@link DamagedSlicesSoak} has all. */
  List<Damage> damages() {
    return List.of(Damage.TRUNCATED);
  }

  @Test
  void damagedSlice_isNamed_neverDropped_andTrainedAgain() throws IOException {
    for (Damage damage : damages()) {
      Path slice = slice();
      String name = slice.getFileName().toString();
      Path file = Damage.files(slice).get(0);
      damage.to(file);
      if (damage == Damage.ADDED) {
        assertStrayIsHarmless(name);
        continue;
      }
      // The damaged bytes may belong to none of the columns that status reads.
      boolean isSeenByStatus = damage != Damage.FLIPPED && damage != Damage.FLIPPED_UNSEEN;
      if (isSeenByStatus) {
        assertThat(status().problems())
            .as(damage.name())
            .singleElement()
            .satisfies(line -> assertThat(line).startsWith("damaged " + name + ": "));
      }
      assertThatThrownBy(() -> aggregate(JobRequest.NONE))
          .as(damage.name())
          .isInstanceOf(FewerTrialsException.class)
          .hasMessageContaining("the tables of worn hold 16 trials; this command would publish ")
          .hasMessageContaining("damaged " + name + ": " + file.getFileName());
      assertThat(slice).exists();
      assertWhole();

      RunSummary again = run();
      assertThat(again.missing()).as(damage.name()).isZero();
      assertThat(again.trained()).isBetween(1L, PLANNED - 1);
      assertThat(said)
          .singleElement()
          .satisfies(
              line ->
                  assertThat(line)
                      .startsWith(name + ": ")
                      .endsWith("/" + name + ", its trials are trained again"));
      assertThat(own.resolve("worn/_work/set-aside").resolve(name)).exists();
      assertWhole();
    }
  }

  private void assertStrayIsHarmless(String name) {
    assertThat(status().problems())
        .containsExactly(
            "worn/_work/outcomes/" + name + "/part-99999-copy.parquet was not committed");
    aggregate(JobRequest.NONE);
    assertWhole();
    assertThat(run().trained()).isZero();
    assertThat(own.resolve("worn/_work/set-aside/part-99999-copy.parquet")).exists();
    assertWhole();
  }

  @Test
  void strayInAFolderWithSignsOfPatterns_isHarmless(@TempDir Path parent) throws IOException {
    own = parent.resolve("o#[x] {a,b}*?");
    Path slice = slice();
    Damage.ADDED.to(Damage.files(slice).get(0));
    CommittedWork committed =
        CommittedWork.of(SweepFolder.of(new Configuration(), own.toString(), "worn"));
    assertThat(PlannedOutcomes.outcomes(SPARK, committed).count()).isEqualTo(PLANNED);
    assertStrayIsHarmless(slice.getFileName().toString());
  }

  @Test
  void damagedSlice_mayBeLeftOutOnRequest() throws IOException {
    Damage.EMPTIED.to(Damage.files(slice()).get(0));
    aggregate(new JobRequest("", "", List.of(), true, said::add));
    assertThat(bits(own, "trials")).hasSizeBetween(1, (int) PLANNED - 1);
    assertThat(said).anySatisfy(line -> assertThat(line).startsWith("damaged slice="));
    assertThat(run().missing()).isZero();
    assertWhole();
  }

  @Test
  void finishedSlice_needsNoMarkOfSparks_andNoRecord() throws IOException {
    Path slice = slice();
    Files.delete(slice.resolve("_SUCCESS"));
    Files.writeString(slice.resolve("_committed.json"), "\u0000{");
    assertThat(run().trained()).as("with neither").isZero();
    assertThat(said).isEmpty();
  }

  @Test
  void sessionThatMarksNothing_trainsNothingTwice() throws IOException {
    Configuration hadoop = SPARK.sparkContext().hadoopConfiguration();
    hadoop.set("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
    try {
      assertThat(run().trained()).isEqualTo(PLANNED);
      assertThat(run().trained()).isZero();
      assertThat(said).isEmpty();
      assertWhole();
    } finally {
      hadoop.unset("mapreduce.fileoutputcommitter.marksuccessfuljobs");
    }
  }

  @Test
  void unfinishedSlices_areClearedWithAWord() throws IOException {
    Path outcomes = slice().getParent();
    Files.createDirectories(outcomes.resolve("slice=1-00000/_temporary/0"));
    Files.createDirectories(outcomes.resolve("slice=1-00001/_temporary/0"));
    assertThat(run().trained()).isZero();
    assertThat(said).containsExactly("cleared 2 unfinished slices of an earlier run");
    assertThat(outcomes.resolve("slice=1-00000")).doesNotExist();
  }

  @Test
  void workOfALaterVersion_isReadByNoJob() throws IOException {
    slice();
    Path mark = own.resolve("worn/_work/version");
    Files.writeString(mark, "3");
    SweepFolder folder = SweepFolder.of(new Configuration(), own.toString(), "worn");
    SqlJob sql = new SqlJob(SPARK, Jobs.settings());
    VerifyJob verify = new VerifyJob(SPARK, Jobs.settings());
    for (ThrowingCallable job :
        List.<ThrowingCallable>of(
            this::run,
            this::status,
            () -> aggregate(JobRequest.NONE),
            () -> sql.open(folder),
            () -> verify.verify(SWEEP, own.toString()))) {
      assertThatThrownBy(job)
          .isExactlyInstanceOf(EngineException.class)
          .hasMessageEndingWith(
              "worn holds work of version 3, this Basin knows versions up to 2; use the Basin that"
                  + " wrote it, or choose another --output");
    }
    assertThat(mark).hasContent("3");
    Files.writeString(mark, "2");
    assertWhole();
    assertThat(run().trained()).isZero();
  }

  @Test
  void damagedNotes_areNamedOrRecovered() throws IOException {
    slice();
    Path work = own.resolve("worn/_work");
    Files.write(work.resolve("version"), new byte[] {0, 1, 2});
    Files.write(work.resolve("runs/20990101T000000000-abcdef.json"), new byte[] {0, (byte) 200});
    SweepFolder folder = SweepFolder.of(new Configuration(), own.toString(), "worn");
    assertThat(status().problems())
        .containsExactly("the record of run 20990101T000000000-abcdef is damaged");
    assertThat(new StatusJob(SPARK, Jobs.settings()).runs(folder).count()).isEqualTo(1);
    assertThat(RunRecord.configuration(folder)).contains("worn");
    assertThat(run().trained()).isZero();
    assertThat(work.resolve("version")).hasContent(String.valueOf(OutcomeTable.VERSION));
    assertWhole();
  }
}
