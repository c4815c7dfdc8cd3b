package org.basin.engine;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.basin.config.SweepReader;
import org.basin.engine.progress.ProgressView;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.ProcessIdentity;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import org.basin.testing.TinySweep;
import org.basin.testing.fault.Change;
import org.basin.testing.fault.Countdown;
import org.basin.testing.fault.CountdownFileSystem;

/**
 * Disturbs the n-th change of a job, and judges what the job said and what it left: the tables are
 * the old ones or the new ones, all of them, for every reader at any time; and the next run
 * completes them to the bits of an undisturbed run.
 */
final class CountdownWalk implements AutoCloseable {

  /** Files that only a process which runs may have. */
  private static final Pattern TEMPORARY =
      Pattern.compile(
          "_temporary|pending-.*|publish-.*|written-.*|gone-.*|lease-(claim|now)-.*|in-flight|\\.fresh-.*");

  private static final String NAME = "tiny";

  /** A kind of job. */
  enum Job {
    /** A run of twice as many seeds; tables are links. */
    LATER_RUN(1, true),
    /** The claims are computed. */
    VERIFICATION(2, true),
    /** A run of twice as many seeds; tables are folders. */
    LATER_RUN_OF_FOLDERS(1, false),
    /** A sweep's first run. */
    FIRST_RUN(0, true);

    private final int seedsBefore;
    private final boolean hasLinks;

    Job(int seedsBefore, boolean hasLinks) {
      this.seedsBefore = seedsBefore;
      this.hasLinks = hasLinks;
    }
  }

  /** What a disturbed job did. */
  enum Effect {
    /** Nothing was disturbed, for the job makes fewer changes. */
    UNDISTURBED,
    /** The job went on and completed its work. */
    COMPLETED,
    /** The job ended in order and said what failed. It may have published a part of the trials. */
    PARTIAL,
    /** The job ended with an error of one line. */
    ENDED
  }

  /**
   * What was seen of one disturbed job.
   *
   * @param change what was disturbed first; null if nothing was
   * @param said the error or the first failure; empty if there was none
   * @param looks how often readers looked at the tables in the meantime
   */
  record Seen(Effect effect, Change change, String said, long looks) {}

  private final SparkSession spark;
  private final Job job;
  private final EngineSettings settings;
  private final Path home;
  private final Sweep sweep;
  private final Map<String, List<String>> before;
  private final Map<String, List<String>> after;
  private final long changes;
  private final List<String> notes = new ArrayList<>();

  /**
   * Prepares the walk: the folder before the job, and the tables that an undisturbed job leaves.
   *
   * @param home an empty folder
   */
  CountdownWalk(SparkSession spark, Job job, Path home) throws IOException {
    this.spark = spark;
    this.job = job;
    this.home = home;
    this.settings =
        Jobs.settings("basin.engine { slice-seconds = 1e-4, table-links = " + job.hasLinks + " }");
    Path file = home.resolve("tiny.conf");
    Files.writeString(
        file,
        TinySweep.of(NAME, 2, "values = [4, 5]", "weight-norm")
            + "sweep.claims = [{ name = all, says = all, sql = \"SELECT count(*) = 4 AS holds FROM"
            + " trials\" }]");
    this.sweep = new SweepReader().read(file, List.of());
    Path start = Files.createDirectory(home.resolve("start"));
    if (job.seedsBefore > 0) {
      new RunJob(spark, settings)
          .run(
              new SweepReader().read(file, List.of("seeds.count=" + job.seedsBefore)),
              start.toString());
    }
    this.before = ReadTables.current(folder(start)).orElse(Map.of());
    Path end = fresh("end");
    CountdownFileSystem.use(spark.sparkContext().hadoopConfiguration());
    Countdown countdown = Countdown.start(end);
    var unused = work(end);
    Countdown.stop();
    this.changes = countdown.count();
    this.after = ReadTables.current(folder(end)).orElseThrow();
  }

  /** The number of changes of an undisturbed job; a few more or less, as heartbeats fall. */
  long changes() {
    return changes;
  }

  @Override
  public void close() {
    Countdown.stop();
    CountdownFileSystem.leave(spark.sparkContext().hadoopConfiguration());
  }

  /** The folder, seen by another process than the disturbed one. */
  private static SweepFolder folder(Path output) {
    return SweepFolder.of(new Configuration(), output.toString(), NAME);
  }

  private Path fresh(String name) throws IOException {
    Path output = home.resolve(name);
    Damage.copy(home.resolve("start"), output);
    return output;
  }

  /** Does the job. Returns what is missing; empty if nothing is. */
  private Optional<String> work(Path output) {
    notes.clear();
    JobRequest request = new JobRequest("", "", List.of(), false, notes::add);
    if (job == Job.VERIFICATION) {
      var unused = new VerifyJob(spark, settings).verify(sweep, output.toString(), request);
      return Optional.empty();
    }
    RunSummary summary =
        new RunJob(spark, settings).run(sweep, output.toString(), request, ProgressView.NONE);
    assertThat(summary.missing() == 0 || !summary.failures().isEmpty()).isTrue();
    return summary.failures().stream().findFirst();
  }

  /** Disturbs one job as planned. */
  Seen disturb(Countdown.Plan plan) throws IOException, InterruptedException {
    Path output = fresh("disturbed");
    Countdown countdown;
    Effect effect;
    String said;
    long looks;
    try (Watchers watchers = new Watchers(folder(output), before, after)) {
      countdown = Countdown.start(output, plan);
      try {
        said = work(output).orElse("");
        effect = said.isEmpty() ? Effect.COMPLETED : Effect.PARTIAL;
      } catch (EngineException e) {
        // Of both, the status is 3.
        assertThat(e).isInstanceOfAny(MachineException.class, NothingTrainedException.class);
        said = e.getMessage();
        effect = Effect.ENDED;
      } finally {
        Countdown.stop();
      }
      looks = watchers.looks(job.hasLinks);
    }
    awaitEndOfJobs();
    assertThat(said).doesNotContain("\n");
    endProcess(output);
    judge(output, effect, plan.fault());
    if (countdown.strike().isEmpty()) {
      effect = Effect.UNDISTURBED;
    }
    delete(output);
    Change change = countdown.strike().map(Countdown.Strike::change).orElse(null);
    return new Seen(effect, change, said, looks);
  }

  /** Spark's trackers of jobs hear of their end a little later than the caller. */
  private void awaitEndOfJobs() throws InterruptedException {
    int[] active = spark.sparkContext().statusTracker().getActiveJobIds();
    for (int i = 0; i < 100 && active.length > 0; i++) {
      Thread.sleep(100);
      active = spark.sparkContext().statusTracker().getActiveJobIds();
    }
    assertThat(active).as("jobs that go on").isEmpty();
  }

  private void judge(Path output, Effect effect, Countdown.Fault fault) throws IOException {
    SweepFolder folder = folder(output);
    if (job.hasLinks) {
      Map<String, List<String>> left = ReadTables.current(folder).orElse(Map.of());
      if (effect == Effect.COMPLETED) {
        assertThat(left).isEqualTo(after);
      } else if (effect == Effect.ENDED) {
        assertThat(left).isIn(before, after);
      }
    }
    assertThat(work(output)).isEmpty();
    assertThat(notes)
        .allMatch(line -> line.matches("cleared \\d+ unfinished slices? of an earlier run"));
    assertThat(ReadTables.current(folder)).contains(after);
    assertThat(outcomes(folder)).doesNotHaveDuplicates().hasSize(4);
    try (Stream<Path> all = Files.walk(output)) {
      assertThat(all.map(path -> path.getFileName().toString()))
          // Spark's committer does not look whether a delete was refused.
          .filteredOn(name -> fault != Countdown.Fault.REFUSE || !name.equals("_temporary"))
          .noneMatch(name -> TEMPORARY.matcher(name).matches());
    }
    assertThat(output.resolve(NAME + "/_work/set-aside")).doesNotExist();
  }

  /** The ids of all committed trials. */
  private static List<String> outcomes(SweepFolder folder) {
    return folder.list(folder.outcomes()).stream()
        .flatMap(slice -> ReadTables.ids(ReadTables.rows(folder, slice.getPath())).stream())
        .toList();
  }

  /**
   * Does what the end of the disturbed process would do, and an hour's wait: its claims are those
   * of a dead process, and its temporary files are old.
   */
  private static void endProcess(Path output) throws IOException {
    ProcessIdentity own = ProcessIdentity.own();
    ProcessIdentity dead =
        new ProcessIdentity(own.host(), own.machine(), own.user(), own.pid(), "an earlier time");
    Path work = output.resolve(NAME).resolve("_work");
    List<Path> left;
    try (Stream<Path> files = Files.exists(work) ? Files.list(work) : Stream.empty()) {
      left = files.toList();
    }
    for (Path file : left) {
      if (file.getFileName().toString().matches("lease-\\d+\\.json")) {
        Files.writeString(file, dead.render("dead"));
      }
    }
    // Afterwards, because a temporary file can be another name of the same claim.
    for (Path file : left) {
      if (file.getFileName().toString().matches("\\.fresh-.*|lease-(claim|now)-.*")) {
        Files.getFileAttributeView(file, BasicFileAttributeView.class, NOFOLLOW_LINKS)
            .setTimes(FileTime.fromMillis(0), null, null);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
