package org.basin.engine.work;

import org.apache.hadoop.fs.FileStatus;
import org.basin.engine.storage.SweepFolder;

/** Deletes the unfinished files of runs that were killed. */
public final class StaleFiles {

  private StaleFiles() {}

  /**
   * Deletes the lists of pending work of runs whose ids end in {@code mark}. The caller must hold
   * the lease of all these runs.
   *
   * @param mark the mark of a part; empty for all runs
   */
  public static void clear(SweepFolder folder, String mark) {
    for (FileStatus left : folder.list(folder.work("."))) {
      String name = left.getPath().getName();
      if (name.startsWith("pending-") && name.endsWith(mark)) {
        folder.delete(left.getPath());
      }
    }
  }
}
