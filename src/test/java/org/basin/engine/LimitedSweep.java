package org.basin.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.basin.config.SweepReader;
import org.basin.engine.progress.ProgressView;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.FinishedTrials;
import org.basin.plan.Grid;
import org.basin.plan.Sweep;
import org.basin.plan.TrialSpec;
import org.basin.testing.SharedSpark;
import org.basin.testing.TableBits;

/** A sweep of 24 trials that is run again and again with other limits, in one folder. */
final class LimitedSweep {

  static final int TRIALS = 24;
  static final int MAX_STEPS = 300;

  private static final SparkSession SPARK = SharedSpark.session();

  private static final Set<String> FREE = Set.of("seconds", "attempt", "host");

  /** Trials that converge, that are exhausted and that diverge. */
  private static final String SWEEP =
      """
      sweep {
        name = limits
        seeds { count = 6, vary = [init, order] }
        trial {
          data      { kind = circle-grid, samples = 20, target = "5*relu(x1)^2 + 4*relu(-x1)^2" }
          model     { kind = squared-relu, width = 10 }
          init      { kind = gaussian, std = 1e-1 }
          loss      { kind = squared, reduction = half-sum }
          optimiser { kind = gradient-descent, step-size = 5e-3 }
          stop      { max-steps = 300, target-loss = 1e-4, every = 7 }
          observe   { at = log, probes = [loss, weight-norm] }
        }
        axes = [ { path = optimiser.step-size, values = [1e-3, 5e-3, 2e-2, 5e-2] } ]
        hitting-times = [ { name = escape, observable = loss, relative = true, below = 0.99 } ]
      }
      """;

  /** What the runs have told the user. */
  final List<String> said = new ArrayList<>();

  private final Path folder;

  LimitedSweep(Path folder) {
    this.folder = folder;
  }

  Sweep with(String... overrides) {
    try {
      Path file = Files.writeString(folder.resolve("limits.conf"), SWEEP);
      return new SweepReader().read(file, List.of(overrides));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the sweep with these settings, where the runs before left their work. */
  RunSummary run(String... overrides) {
    return run(with(overrides), "own");
  }

  private RunSummary run(Sweep sweep, String output) {
    return new RunJob(SPARK, Jobs.settings())
        .run(
            sweep,
            folder.resolve(output).toString(),
            new JobRequest("", "", List.of(), true, said::add),
            ProgressView.NONE);
  }

  /** Asserts that the tables are those of a run with these settings in a folder of its own. */
  void assertAsTrainedAtOnce(String... overrides) {
    run(with(overrides), "at-once");
    for (String table : List.of("trials", "observations", "hitting_times", "points", "curves")) {
      TableBits.read(SPARK, folder.resolve("own"), "limits", table, FREE)
          .isSameAs(
              TableBits.read(SPARK, folder.resolve("at-once"), "limits", table, FREE),
              "after the limit changed");
    }
  }

  long count(String condition) {
    return SPARK
        .read()
        .parquet(folder.resolve("own/limits/trials").toString())
        .filter(condition)
        .count();
  }

  /** The number of trials that a plan with these settings counts as finished. */
  int finished(String... overrides) {
    Grid grid = with(overrides).grid().orElseThrow();
    List<TrialSpec> trials = new ArrayList<>();
    for (long i = 0; i < grid.size(); i++) {
      trials.add(grid.trial(i));
    }
    SweepFolder own =
        SweepFolder.of(new Configuration(), folder.resolve("own").toString(), "limits");
    return FinishedTrials.among(own, grid, trials).size();
  }
}
