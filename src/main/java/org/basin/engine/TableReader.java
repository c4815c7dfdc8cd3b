package org.basin.engine;

import java.util.Optional;
import org.basin.tables.SweepTable;

/**
 * Opens the tables of a sweep for reading. Tables that are not as they were published may be on
 * their way, or have been left so by a process that died: the one is waited for, the other mended.
 */
final class TableReader {

  private static final long LOOK_MILLIS = 50;

  private final SweepFolder folder;
  private final EngineSettings settings;

  TableReader(SweepFolder folder, EngineSettings settings) {
    this.folder = folder;
    this.settings = settings;
  }

  /**
   * The tables that stand, all as they were published.
   *
   * @throws EngineException if there are none
   * @throws MachineException if they are not what was published
   */
  PublishedTables whole() {
    long end = System.nanoTime() + (long) (settings.tablesWaitSeconds() * 1e9);
    boolean isMended = false;
    while (true) {
      Optional<PublishedTables> tables = PublishedTables.find(folder);
      Optional<String> problem =
          tables.isPresent() ? tables.get().problem() : Optional.of("nothing is published");
      if (problem.isEmpty()) {
        return tables.get();
      }
      boolean isHeld = Lease.holder(folder, settings).isPresent();
      if (isHeld ? System.nanoTime() > end : isMended) {
        throw tables.isPresent()
            ? damaged(problem.get())
            : new EngineException(
                folder.root()
                    + " has no table "
                    + SweepTable.NAME
                    + "; run or aggregate the sweep first");
      }
      if (!isHeld) {
        isMended = true;
        mend();
      } else {
        pause();
      }
    }
  }

  static MachineException damaged(String problem) {
    return new MachineException(problem + "; basin aggregate makes the tables anew");
  }

  private void mend() {
    if (!folder.exists()) {
      return;
    }
    try {
      Lease lease = Lease.take(folder, settings);
      try {
        lease.check();
        TableLayout.repair(folder);
      } finally {
        lease.close();
      }
    } catch (EngineException e) {
      // Another process has the lease now, or this one may not write: look once more.
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("interrupted while the tables were published", e);
    }
  }
}
