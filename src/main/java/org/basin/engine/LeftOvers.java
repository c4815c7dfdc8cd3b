package org.basin.engine;

import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Clears away what runs that were killed have left unfinished. */
final class LeftOvers {

  private LeftOvers() {}

  /** Deletes slices that were not committed and work that was put aside. Needs the lease. */
  static void clear(SweepFolder folder) {
    for (FileStatus slice : folder.list(folder.outcomes())) {
      if (!folder.exists(new Path(slice.getPath(), "_SUCCESS"))) {
        folder.delete(slice.getPath());
      }
    }
    for (FileStatus left : folder.list(folder.work("."))) {
      if (left.getPath().getName().startsWith("pending-")) {
        folder.delete(left.getPath());
      }
    }
  }
}
