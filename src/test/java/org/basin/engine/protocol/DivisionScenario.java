package org.basin.engine.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.basin.engine.lease.Lease;
import org.basin.engine.lease.LeaseLostException;
import org.basin.engine.part.Division;
import org.basin.engine.part.DivisionLooks;
import org.basin.engine.part.Divisions;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Part;

/**
 * Processes that train parts of a sweep, or all of it, and agree on how it is divided. Each would
 * cut it elsewhere. All parts of a division are cut at the same places. A part begins only in the
 * latest division, and one of another plan not before the division before has ended. Of two
 * processes that exclude each other, only one passes a check that begins after both have begun.
 */
final class DivisionScenario implements Scenario {

  /** The number of indices of every plan. */
  private static final long INDICES = 100;

  /**
   * What a process trains.
   *
   * @param part null for the whole sweep
   * @param plan the plan's name
   */
  record Task(Part part, String plan) {

    static Task whole(String plan) {
      return new Task(null, plan);
    }
  }

  /**
   * What a process has begun.
   *
   * @param division the number of the division; 0 for the whole sweep
   */
  private record Begun(long division, Part part, long lease) {

    boolean excludes(Begun other) {
      return division == 0 || division != other.division || part.equals(other.part);
    }
  }

  private final StoreKind kind;
  private final List<Task> tasks;
  private final Store store = ModelFolder.empty();

  /** What each process has begun, by its number; null before. */
  private final Begun[] begun;

  /** The others that each process must not pass its check with, if one is under way. */
  private final BitSet[] checking;

  /** With which others each process has passed a check that began after both had begun. */
  private final BitSet[] passed;

  private final Map<Long, Division> divisions = new HashMap<>();
  private Execution execution;

  DivisionScenario(StoreKind kind, Task... tasks) {
    this.kind = kind;
    this.tasks = List.of(tasks);
    this.begun = new Begun[tasks.length];
    this.checking = new BitSet[tasks.length];
    this.passed = new BitSet[tasks.length];
    for (int i = 0; i < tasks.length; i++) {
      checking[i] = new BitSet();
      passed[i] = new BitSet();
    }
  }

  @Override
  public Store store() {
    return store;
  }

  @Override
  public List<Runnable> bodies(Execution of) {
    execution = of;
    List<Runnable> bodies = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      int process = i;
      SweepFolder folder = ModelFolder.of(store, kind, execution.process(i));
      bodies.add(() -> train(folder, process));
    }
    return bodies;
  }

  private void train(SweepFolder folder, int process) {
    Task task = tasks.get(process);
    try {
      if (task.part == null) {
        trainAll(folder, process);
      } else {
        trainPart(folder, process, task);
      }
    } catch (EngineException e) {
      // Somebody whom this excludes is at work, or something of another plan is left.
      return;
    }
  }

  private void trainAll(SweepFolder folder, int process) {
    try (Lease lease =
        Lease.take(folder, ModelFolder.settings(kind), ModelFolder.identity(process))) {
      begin(process, new Begun(0, null, lease.number()));
      if (holds(process, lease)) {
        divisions(folder, process).end();
      }
    }
  }

  private void trainPart(SweepFolder folder, int process, Task task) {
    Divisions all = divisions(folder, process);
    Divisions.Held held = take(all, process, task, false);
    try (Lease lease = held.lease()) {
      requireAgreement(held.division(), task);
      begin(process, new Begun(held.division().number(), task.part, lease.number()));
      boolean isHeld = holds(process, lease); // Before the training, and after it.
      if (isHeld && holds(process, lease)) {
        all.finish(held.division(), task.part);
      }
    }
  }

  private Divisions divisions(SweepFolder folder, int process) {
    return new Divisions(folder, ModelFolder.settings(kind), ModelFolder.identity(process));
  }

  private static Divisions.Held take(Divisions all, int process, Task task, boolean givesUp) {
    List<Long> cuts = new ArrayList<>(List.of(0L));
    for (int part = 1; part < task.part.count(); part++) {
      cuts.add(10L * part + process);
    }
    cuts.add(INDICES);
    Division.Plan plan = new Division.Plan(task.plan, 1, "");
    return all.take(task.part, plan, () -> cuts, givesUp, there -> List.of());
  }

  private void requireAgreement(Division division, Task task) {
    if (!division.plan().hash().equals(task.plan) || division.count() != task.part.count()) {
      throw execution.broken(task + " was given a part of " + division);
    }
    Division first = divisions.putIfAbsent(division.number(), division);
    if (first != null && !first.equals(division)) {
      throw execution.broken(division + " differs from " + first);
    }
    DivisionLooks looks = new DivisionLooks(ModelFolder.of(store, kind, null));
    if (!looks.isLatest(division)) {
      throw execution.broken(division + " begins after a later one was made");
    }
    if (first == null && division.number() > 1) {
      looks
          .at(division.number() - 1)
          .filter(before -> !before.isOf(division.plan()))
          .filter(before -> !looks.isEnded(before) && !looks.isEnded(division))
          .ifPresent(
              before -> {
                throw execution.broken(division + " begins before the end of " + before);
              });
    }
  }

  private void begin(int process, Begun own) {
    for (Begun other : begun) {
      if (own.equals(other)) {
        throw execution.broken(own + " was given twice");
      }
    }
    begun[process] = own;
  }

  private boolean holds(int process, Lease lease) {
    for (int other = 0; other < begun.length; other++) {
      if (other != process && begun[other] != null && begun[other].excludes(begun[process])) {
        checking[process].set(other);
      }
    }
    try {
      lease.check();
    } catch (LeaseLostException e) {
      return false;
    }
    passed[process].or(checking[process]);
    checking[process].clear();
    for (int other = 0; other < begun.length; other++) {
      if (passed[process].get(other) && passed[other].get(process)) {
        throw execution.broken(begun[process] + " is held beside " + begun[other]);
      }
    }
    return true;
  }

  @Override
  public long memory() {
    return Objects.hash(
        Arrays.asList(begun), Arrays.asList(checking), Arrays.asList(passed), divisions.keySet());
  }

  /** Whoever has died or overslept, each part can be begun again, by whoever insists. */
  @Override
  public void checkEnd() {
    store.sleep(ModelFolder.LONG_MILLIS);
    SweepFolder folder = ModelFolder.of(store, kind, null);
    int process = tasks.size();
    for (Task task : new LinkedHashSet<>(tasks)) {
      if (task.part != null) {
        take(divisions(folder, process), process, task, true).lease().close();
        process++;
      }
    }
  }
}
