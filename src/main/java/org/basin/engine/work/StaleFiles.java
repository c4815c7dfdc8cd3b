package org.basin.engine.work;

import org.apache.hadoop.fs.FileStatus;
import org.basin.engine.storage.SweepFolder;

/** Deletes the unfinished files of runs that were killed. */
public final class StaleFiles {

  private StaleFiles() {}

  /** Deletes the lists of pending work. The caller must hold the lease. */
  public static void clear(SweepFolder folder) {
    for (FileStatus left : folder.list(folder.work("."))) {
      if (left.getPath().getName().startsWith("pending-")) {
        folder.delete(left.getPath());
      }
    }
  }
}
