package org.basin.engine.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.basin.engine.lease.Lease;
import org.basin.engine.lease.LeaseLostException;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.SweepFolder;

/**
 * Processes that take the lease of one folder, check it twice and release it. A check that passes
 * means that nobody had taken the lease since, when the check began. Two leases never have one
 * number.
 */
final class LeaseScenario implements Scenario {

  private final StoreKind kind;
  private final int processes;
  private final Store store = ModelFolder.empty();

  /** The numbers of the leases that processes were given. */
  private final TreeSet<Long> given = new TreeSet<>();

  LeaseScenario(StoreKind kind, int processes) {
    this.kind = kind;
    this.processes = processes;
  }

  @Override
  public Store store() {
    return store;
  }

  @Override
  public List<Runnable> bodies(Execution execution) {
    List<Runnable> bodies = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      int number = i;
      SweepFolder folder = ModelFolder.of(store, kind, execution.process(i));
      bodies.add(() -> claim(folder, number));
    }
    return bodies;
  }

  private void claim(SweepFolder folder, int number) {
    try (Lease lease =
        Lease.take(folder, ModelFolder.settings(kind), ModelFolder.identity(number))) {
      if (!given.add(lease.number())) {
        throw new AssertionError("two leases have the number " + lease.number());
      }
      check(lease);
      check(lease);
    } catch (EngineException e) {
      // Somebody else has the lease, or has taken it over.
      return;
    }
  }

  private void check(Lease lease) {
    long highest = given.last();
    try {
      lease.check();
    } catch (LeaseLostException e) {
      return;
    }
    if (highest > lease.number()) {
      throw new AssertionError("lease " + lease.number() + " holds beside lease " + highest);
    }
  }

  @Override
  public long memory() {
    return given.hashCode();
  }

  @Override
  public void observe() {
    // The processes tell what they were given.
  }

  @Override
  public void check() {
    // All is checked where a process checks its lease.
  }

  @Override
  public void checkEnd() {
    store.sleep(ModelFolder.LONG_MILLIS);
    SweepFolder folder = ModelFolder.of(store, kind, null);
    Lease.take(folder, ModelFolder.settings(kind), ModelFolder.identity(processes)).close();
  }
}
