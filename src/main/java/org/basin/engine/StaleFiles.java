package org.basin.engine;

import org.apache.hadoop.fs.FileStatus;

/** Clears away what runs that were killed have left unfinished. */
final class StaleFiles {

  private StaleFiles() {}

  /** Deletes work that was put aside. Needs the lease. */
  static void clear(SweepFolder folder) {
    for (FileStatus left : folder.list(folder.work("."))) {
      if (left.getPath().getName().startsWith("pending-")) {
        folder.delete(left.getPath());
      }
    }
  }
}
