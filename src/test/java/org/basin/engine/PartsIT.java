package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.lease.Lease;
import org.basin.engine.part.PartLeft;
import org.basin.engine.progress.ProgressView;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Part;
import org.basin.plan.Sweep;
import org.basin.testing.DecayTrials;
import org.basin.testing.SharedSpark;
import org.basin.testing.TableBits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep that is trained in parts. */
class PartsIT {

  private static final SparkSession SPARK = SharedSpark.session();
  private static final Sweep SWEEP = DecayTrials.sweep("parts", 5, List.of(0.1, 0.0, -2.0));
  private static final long PLANNED = 30;
  private static final Set<String> OF_THE_RUN = Set.of("seconds", "attempt", "host");

  @TempDir Path output;
  private final List<String> said = new ArrayList<>();

  private RunSummary run(Sweep sweep, String part, boolean replaces) {
    return Jobs.job(SPARK, Jobs.manySlices())
        .run(
            sweep,
            output.toString(),
            Optional.of(Part.parse(part)),
            new JobRequest("", "", List.of(), replaces, said::add),
            ProgressView.NONE);
  }

  private RunSummary run(String part) {
    return run(SWEEP, part, false);
  }

  private RunSummary aggregate() {
    return new AggregateJob(SPARK, Jobs.settings()).aggregate(SWEEP, output.toString());
  }

  private SweepStatus status(Sweep sweep) {
    return new StatusJob(SPARK, Jobs.settings()).status(sweep, output.toString());
  }

  private List<Long> left() {
    return status(SWEEP).parts().stream().map(PartLeft::left).toList();
  }

  private SweepFolder folder() {
    return SweepFolder.of(new Configuration(), output.toString(), "parts");
  }

  private Lease hold(String part) {
    return Lease.takePart(folder(), Jobs.settings(), 1, Part.parse(part));
  }

  private static Sweep another(Sweep of) {
    return new Sweep(
        of.name(),
        of.plan(),
        of.hittingTimes(),
        of.selections(),
        of.analyses(),
        of.claims(),
        of.figures(),
        of.observables(),
        of.lanes(),
        "sweep { name = parts, seeds.count = 6 }");
  }

  @Test
  void partsAtTheSameTime_thenAggregate_areTheWholeSweep(@TempDir Path whole) {
    CompletableFuture<RunSummary> second = CompletableFuture.supplyAsync(() -> run("2/3"));
    RunSummary first = run("1/3");
    assertThat(first.trained()).isEqualTo(10);
    assertThat(first.missing()).isZero();
    assertThat(second.join().trained()).isEqualTo(10);
    assertThat(left()).containsExactly(0L, 0L, 10L);
    assertThat(output.resolve("parts/trials")).doesNotExist();
    assertThat(aggregate().missing()).isEqualTo(10);

    assertThat(run("3/3").before()).isZero();
    assertThat(run("3/3").trained()).isZero();
    RunSummary all = aggregate();
    assertThat(all.missing()).isZero();
    assertThat(all.verdicts().values().stream().mapToLong(v -> v).sum()).isEqualTo(PLANNED);
    assertThat(status(SWEEP).parts()).as("of the division that has ended").isEmpty();

    Jobs.run(SPARK, SWEEP, whole.toString());
    for (String table : List.of("trials", "observations", "hitting_times", "points")) {
      TableBits.read(SPARK, output, "parts", table, OF_THE_RUN)
          .isSameAs(TableBits.read(SPARK, whole, "parts", table, OF_THE_RUN), "in parts");
    }
    assertThat(
            SPARK
                .read()
                .parquet(output.resolve("parts/sweeps").toString())
                .filter("part IN ('1/3', '2/3', '3/3') AND planned = 10")
                .count())
        .isEqualTo(4);
  }

  @Test
  void partThatRuns_isNotRunTwice_norBesideTheSweep() {
    run("1/3");
    try (Lease held = hold("2/3")) {
      assertThatThrownBy(() -> run("2/3"))
          .isInstanceOf(EngineException.class)
          .hasMessageStartingWith("part 2/3 of sweep parts is in use by process ");
      assertThatThrownBy(() -> Jobs.run(SPARK, SWEEP, output.toString()))
          .hasMessageStartingWith("sweep parts is in use by part 2/3, process ");
      assertThatThrownBy(this::aggregate).hasMessageContaining("part 2/3");
      assertThatThrownBy(() -> run("1/4"))
          .hasMessage("sweep parts is being trained in 3 parts; part 1/4 must wait for their end");
      assertThat(status(SWEEP).isRunning()).isTrue();
      assertThat(run("3/3").trained()).isEqualTo(10);
      held.check();
    }
    assertThat(run("1/4").before()).as("others finished them").isEqualTo(run("1/4").planned());
  }

  @Test
  void partOfAnotherPlan_waitsForTheEndOfTheOthers() {
    Sweep other = another(SWEEP);
    run("1/2");
    try (Lease held = hold("2/2")) {
      assertThatThrownBy(() -> run(other, "1/2", true))
          .hasMessageStartingWith(
              "sweep parts is being trained in 2 parts of another plan; part 1/2 must wait");
      held.check();
    }
    assertThatThrownBy(() -> run(other, "1/2", false))
        .isExactlyInstanceOf(EngineException.class)
        .hasMessageStartingWith(
            "1 of 2 parts of sweep parts are not finished, and are of another plan\n  seeds.count:")
        .hasMessageContaining("--replace");
    assertThat(status(other).parts()).isEmpty();
    run("2/2");
    run(other, "1/2", false);
    assertThatThrownBy(() -> run("1/2")).hasMessageContaining("of another plan");
    run(SWEEP, "1/2", true);
    Jobs.run(SPARK, SWEEP, output.toString());
    run(other, "1/2", false);
  }

  @Test
  void partThatWasKilled_clearsItsOwnWorkOnly() throws Exception {
    run("1/2");
    Path outcomes = output.resolve("parts/_work/outcomes");
    Path mine = outcomes.resolve("slice=20260101T000000000-abcdef-2of2-00000/_temporary");
    Path theirs = outcomes.resolve("slice=20260101T000000000-abcdef-1of2-00000/_temporary");
    Files.createDirectories(mine);
    Files.createDirectories(theirs);
    assertThat(run("2/2").missing()).isZero();
    assertThat(mine).doesNotExist();
    assertThat(theirs).exists();
    assertThat(said).containsExactly("cleared 1 unfinished slice of an earlier run");
    Jobs.run(SPARK, SWEEP, output.toString());
    assertThat(theirs).doesNotExist();
  }

  @Test
  void partWithoutTrials_isFinishedAtOnce() {
    Sweep one = DecayTrials.sweep("parts", 1, List.of(0.1));
    for (int part = 1; part <= 3; part++) {
      run(one, part + "/3", false);
    }
    assertThat(new AggregateJob(SPARK, Jobs.settings()).aggregate(one, output.toString()).missing())
        .isZero();
  }
}
