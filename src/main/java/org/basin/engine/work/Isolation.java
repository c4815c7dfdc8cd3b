package org.basin.engine.work;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.LocalDisk;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Grid;

/**
 * Trains the trials first, and one at a time, that were in flight when an earlier run's process
 * died. On a single machine, the training process is the driver itself, so no other process can see
 * which trial killed it.
 */
public final class Isolation implements AutoCloseable {

  private final EngineSettings settings;
  private final String folder;
  private final LocalDisk disk;
  private final InFlightRecord inFlight;

  /** Also starts to record the trials that this run has in flight. */
  private Isolation(EngineSettings settings, String folder, LocalDisk disk) {
    this.settings = settings;
    this.folder = folder;
    this.disk = disk;
    this.inFlight = InFlightRecord.open(folder, disk);
  }

  /**
   * Looks for the trials that a process which died has left in flight.
   *
   * @param inFlight the folder of the records, which no other process uses
   * @return null where nothing is recorded: on a cluster, whose driver survives the death of an
   *     executor, and where the sweep's folder is not on a disk of this machine
   */
  public static Isolation of(
      SparkSession spark, SweepFolder folder, Path inFlight, EngineSettings settings) {
    return LocalDisk.of(folder.files())
        .filter(disk -> spark.sparkContext().isLocal())
        .map(disk -> new Isolation(settings, inFlight.toUri().getPath(), disk))
        .orElse(null);
  }

  /** Returns {@code training} with its trials in flight recorded. */
  public Training recorded(Training training) {
    return training.recording(folder, false);
  }

  /**
   * Trains the suspects that an earlier run left. After a single death, which may have had any
   * cause, it trains them only if that is predicted to be quick.
   *
   * @param cost predicts what a trial takes
   * @param tasks makes a task of a training
   * @param slices commits what the tasks train
   * @param say receives one line for each thing that the user should know
   * @return the number of committed trials
   */
  public long train(
      Grid grid,
      CostEstimator cost,
      Training training,
      Function<Training, TrainTask> tasks,
      Slices slices,
      Consumer<String> say) {
    SuspectTrials suspects = SuspectTrials.find(folder, disk, grid);
    List<SuspectTrials.Suspect> chosen = suspects.all();
    double seconds =
        chosen.stream().map(each -> grid.trial(each.index())).mapToDouble(cost::seconds).sum();
    if (seconds > settings.apartSeconds()) {
      chosen = suspects.likely();
    }
    if (chosen.isEmpty()) {
      return 0;
    }
    Map<Long, String> condemned = new TreeMap<>();
    for (SuspectTrials.Suspect each : chosen) {
      if (each.isCondemned()) {
        condemned.put(each.index(), reason(each));
      }
    }
    say.accept(
        "an earlier run died while it trained "
            + chosen.size()
            + (chosen.size() == 1 ? " trial: it is" : " trials: they are")
            + " trained first, one at a time");
    List<Long> indices = chosen.stream().map(SuspectTrials.Suspect::index).toList();
    TrainTask task = tasks.apply(new IsolatedTraining(training.recording(folder, true), condemned));
    Set<String> failures = slices.train(indices, task);
    if (!failures.isEmpty()) {
      say.accept(failures.iterator().next());
      return 0;
    }
    try {
      suspects.clear();
    } catch (IOException e) {
      say.accept("cannot delete " + folder + ": " + e.getMessage());
    }
    return indices.size();
  }

  private static String reason(SuspectTrials.Suspect suspect) {
    return "its process died "
        + suspect.deaths()
        + " times while it trained, "
        + suspect.alone()
        + " of them with no other trial beside it: it may take more memory than there is (give"
        + " more by --driver-memory) or crash the JVM";
  }

  /** Ends the run's record in order. */
  @Override
  public void close() {
    inFlight.close();
  }
}
