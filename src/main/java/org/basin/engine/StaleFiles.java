package org.basin.engine;

import org.apache.hadoop.fs.FileStatus;

/** Deletes the unfinished files of runs that were killed. */
final class StaleFiles {

  private StaleFiles() {}

  /** Deletes the lists of pending work. The caller must hold the lease. */
  static void clear(SweepFolder folder) {
    for (FileStatus left : folder.list(folder.work("."))) {
      if (left.getPath().getName().startsWith("pending-")) {
        folder.delete(left.getPath());
      }
    }
  }
}
