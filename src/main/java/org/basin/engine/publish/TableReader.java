package org.basin.engine.publish;

import java.util.Optional;
import org.basin.engine.lease.Lease;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.SweepFolder;
import org.basin.tables.SweepTable;

/**
 * Opens the tables of a sweep for reading. If the tables differ from what was published, either a
 * process is publishing now or a process died while it published. The reader waits for the former
 * and repairs the latter.
 */
public final class TableReader {

  private static final long LOOK_MILLIS = 50;

  private final SweepFolder folder;
  private final EngineSettings settings;

  public TableReader(SweepFolder folder, EngineSettings settings) {
    this.folder = folder;
    this.settings = settings;
  }

  /**
   * Returns the current tables after checking that all are as they were published.
   *
   * @throws EngineException if there are no tables
   * @throws MachineException if they differ from what was published
   */
  public PublishedTables whole() {
    return whole(false);
  }

  /**
   * Does what {@link #whole} does, but writes nothing: it repairs no publication that a process
   * left when it died.
   */
  public PublishedTables wholeOrUntouched() {
    return whole(true);
  }

  private PublishedTables whole(boolean isUntouched) {
    long end = System.nanoTime() + (long) (settings.tablesWaitSeconds() * 1e9);
    boolean isMended = isUntouched;
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

  public static MachineException damaged(String problem) {
    return new MachineException(problem + "; basin aggregate makes the tables anew");
  }

  private void mend() {
    if (!folder.exists()) {
      return;
    }
    try {
      Lease lease = Lease.take(folder, settings);
      try {
        TableLayout.repair(folder, lease.number(), lease::check);
      } finally {
        lease.close();
      }
    } catch (EngineException e) {
      // Another process has the lease now, or this process may not write: look once more.
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
