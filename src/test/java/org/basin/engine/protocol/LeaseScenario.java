package org.basin.engine.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.basin.engine.lease.Lease;
import org.basin.engine.lease.LeaseLostException;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Part;

/**
 * Processes that take a whole sweep or a part of it, check their leases twice and release them. A
 * check that passes means that nobody whom the lease excludes had taken theirs since, when the
 * check began. Leases of one claim never have the same number.
 */
final class LeaseScenario implements Scenario {

  /**
   * What a process takes.
   *
   * @param division the number of the division; 0 for the whole sweep
   * @param part the part; null for the whole sweep
   */
  record Claim(int division, Part part) {

    static final Claim WHOLE = new Claim(0, null);

    boolean excludes(Claim other) {
      return division == 0 || division != other.division || part.equals(other.part);
    }

    Lease take(SweepFolder folder, StoreKind kind, int process) {
      return division == 0
          ? Lease.take(folder, ModelFolder.settings(kind), ModelFolder.identity(process))
          : Lease.takePart(
              folder, ModelFolder.settings(kind), division, part, ModelFolder.identity(process));
    }
  }

  private final StoreKind kind;
  private final List<Claim> claims;
  private final Store store = ModelFolder.empty();

  /** A lease that a process was given. */
  private record Taken(Claim claim, long number) {

    /**
     * Whether it has passed the other over, which was given at another time. A process may sleep
     * between the two, so the numbers tell more than the order where they can be compared.
     */
    boolean isAfter(Taken other, boolean isLater) {
      return other.claim.excludes(claim)
          && (claim.equals(other.claim) ? number > other.number : isLater);
    }
  }

  /** What was taken, in order. */
  private final List<Taken> taken = new ArrayList<>();

  /** What was taken after the lease of each process whose check is under way, when it began. */
  private final Map<Integer, List<Taken>> checking = new TreeMap<>();

  LeaseScenario(StoreKind kind, Claim... claims) {
    this.kind = kind;
    this.claims = List.of(claims);
  }

  /** Processes that all take the whole sweep. */
  LeaseScenario(StoreKind kind, int processes) {
    this(kind, Collections.nCopies(processes, Claim.WHOLE).toArray(Claim[]::new));
  }

  @Override
  public Store store() {
    return store;
  }

  @Override
  public List<Runnable> bodies(Execution execution) {
    List<Runnable> bodies = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      int number = i;
      SweepFolder folder = ModelFolder.of(store, kind, execution.process(i));
      bodies.add(() -> hold(folder, number, execution));
    }
    return bodies;
  }

  private void hold(SweepFolder folder, int process, Execution execution) {
    Claim claim = claims.get(process);
    try (Lease lease = claim.take(folder, kind, process)) {
      Taken own = new Taken(claim, lease.number());
      if (taken.contains(own)) {
        throw execution.broken(own + " was given twice");
      }
      taken.add(own);
      check(lease, own, process, execution);
      check(lease, own, process, execution);
    } catch (EngineException e) {
      // Somebody whom this excludes has a lease, or has passed this one over.
      return;
    }
  }

  private void check(Lease lease, Taken own, int process, Execution execution) {
    int place = taken.indexOf(own);
    List<Taken> after =
        IntStream.range(0, taken.size())
            .filter(i -> taken.get(i).isAfter(own, i > place))
            .mapToObj(taken::get)
            .toList();
    checking.put(process, after);
    try {
      lease.check();
    } catch (LeaseLostException e) {
      checking.remove(process);
      return;
    }
    // Not in a finally, where a process that dies would do so at any time.
    checking.remove(process);
    if (!after.isEmpty()) {
      throw execution.broken(own + " holds beside " + after);
    }
  }

  @Override
  public long memory() {
    return 31L * taken.hashCode() + checking.hashCode();
  }

  /** Whoever has died or overslept, each of them can be taken again. */
  @Override
  public void checkEnd() {
    store.sleep(ModelFolder.LONG_MILLIS);
    SweepFolder folder = ModelFolder.of(store, kind, null);
    for (int i = 0; i < claims.size(); i++) {
      claims.get(i).take(folder, kind, claims.size() + i).close();
    }
  }
}
