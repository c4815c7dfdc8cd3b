package org.basin.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.apache.hadoop.fs.Path;
import org.basin.engine.lease.Lease;
import org.basin.engine.lease.PartFolders;
import org.basin.engine.part.Division;
import org.basin.engine.part.Divisions;
import org.basin.engine.publish.TableLayout;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.CommittedWork;
import org.basin.engine.work.CostMap;
import org.basin.engine.work.StaleFiles;
import org.basin.engine.work.Work;
import org.basin.plan.Grid;
import org.basin.plan.Part;
import org.basin.plan.Semantics;
import org.basin.plan.Sweep;
import org.basin.settings.ContentHash;

/**
 * What a run trains, and what it may touch: the whole sweep and its folder, or a part of the sweep
 * and what earlier runs of this part have left. Other parts may be running beside it.
 */
final class RunExtent implements AutoCloseable {

  /** So many combinations are judged in a fraction of a second. */
  private static final long QUICKLY_JUDGED = 1 << 18;

  private final SweepFolder folder;
  private final Divisions divisions;
  private final Lease lease;
  private final Division division;
  private final Part part;

  private RunExtent(
      SweepFolder folder, Divisions divisions, Lease lease, Division division, Part part) {
    this.folder = folder;
    this.divisions = divisions;
    this.lease = lease;
    this.division = division;
    this.part = part;
  }

  /**
   * Takes the whole sweep, or a part of it.
   *
   * @param part the part; empty for the whole sweep
   * @param cuts cuts the sweep into so many parts, if that was not done yet
   * @throws EngineException if another process holds it, one of its parts or the whole of it, or if
   *     unfinished parts are of another plan
   */
  static RunExtent of(
      SweepFolder folder,
      EngineSettings settings,
      Sweep sweep,
      Optional<Part> part,
      IntFunction<List<Long>> cuts,
      JobRequest request) {
    return part.isEmpty()
        ? new RunExtent(
            folder, new Divisions(folder, settings), Lease.take(folder, settings), null, null)
        : part(folder, settings, sweep, part.get(), cuts, request);
  }

  private static RunExtent part(
      SweepFolder folder,
      EngineSettings settings,
      Sweep sweep,
      Part part,
      IntFunction<List<Long>> cuts,
      JobRequest request) {
    Divisions divisions = new Divisions(folder, settings);
    Divisions.Held held =
        divisions.take(
            part,
            plan(sweep),
            () -> cuts.apply(part.count()),
            request.replaces(),
            there -> PlanDifference.lines(there, sweep.resolved(), " in those parts", " now"));
    return new RunExtent(folder, divisions, held.lease(), held.division(), part);
  }

  /** What the parts of a sweep must have in common. */
  static Division.Plan plan(Sweep sweep) {
    String hash =
        ContentHash.of(
            PlanDifference.ofTraining(sweep.resolved()) + sweep.plan().provenance().text());
    return new Division.Plan(hash, Semantics.VERSION, sweep.resolved());
  }

  Lease lease() {
    return lease;
  }

  Optional<Part> part() {
    return Optional.ofNullable(part);
  }

  /** The end of the ids of runs of this extent. */
  private String mark() {
    return part == null ? "" : "-" + part.word();
  }

  /** Makes the id of a run. */
  String runId() {
    return RunIds.next(folder) + mark();
  }

  /** The folder of the records of trials in flight. */
  Path inFlight() {
    return part == null
        ? folder.work("in-flight")
        : new Path(PartFolders.part(folder, division.number(), part), "in-flight");
  }

  /** Returns the costs of the trials of this extent. */
  CostMap costs(CostMap all) {
    return part == null ? all : all.within(division.from(part), division.to(part));
  }

  /** The number of trials to train: exact, unless a {@code where} would take long to judge. */
  long toTrain(Grid grid, Work work) {
    boolean isAll = part == null && work.committed() == 0;
    return isAll && grid.judged() <= QUICKLY_JUDGED ? grid.count() : work.trials();
  }

  /** Repairs and deletes what runs that were killed have left. */
  void tidy(CommittedWork committed, Consumer<String> say) {
    StaleFiles.clear(folder, mark());
    if (part == null) {
      TableLayout.repair(folder, lease.number(), lease::check);
      committed.clear(say);
      committed.adopt();
    } else {
      // Another part may be reading a damaged slice, so it stays. It does not count.
      CommittedWork own = committed.ofPart(mark());
      own.clearUnfinished(say);
      own.adopt();
    }
  }

  /** Returns the slices that this extent may have trained. */
  CommittedWork own(CommittedWork committed) {
    return part == null ? committed : committed.ofPart(mark());
  }

  /** Records that nothing is left to train. */
  void finish() {
    if (part == null) {
      divisions.end();
    } else {
      divisions.finish(division, part);
    }
  }

  @Override
  public void close() {
    lease.close();
  }
}
