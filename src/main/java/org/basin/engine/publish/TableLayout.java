package org.basin.engine.publish;

import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.fs.Path;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.ExclusiveFile;
import org.basin.engine.storage.Links;
import org.basin.engine.storage.SweepFolder;

/**
 * How published tables are laid out in a sweep's folder, and how a new publication replaces them.
 */
public interface TableLayout {

  /**
   * Returns the layout of {@code folder}: links where the file system supports them, numbered
   * pointers on an object store, otherwise folders. Links that stand stay links, whatever happens
   * to the disk at the moment.
   *
   * @param number the number of the lease
   * @param say receives one line for each file that is moved away
   */
  static TableLayout of(
      SweepFolder folder, EngineSettings settings, long number, Consumer<String> say) {
    boolean links =
        settings.tableLinks()
            && Links.of(folder)
                .filter(all -> LinkedTables.current(folder).isPresent() || all.arePossible())
                .isPresent();
    if (links) {
      return new LinkedTables(folder, say);
    }
    return ExclusiveFile.isAtClose(folder)
        ? new NumberedTables(folder, number)
        : new PlainTables(folder);
  }

  /**
   * Finishes or deletes what a process left that died while it published. If it still lives, it can
   * change nothing more. Whoever has taken the lease calls this before anything else.
   *
   * @param number the number of the lease
   * @param fence throws if this process may not write any more
   */
  static void repair(SweepFolder folder, long number, Runnable fence) {
    if (ExclusiveFile.isAtClose(folder)) {
      NumberedTables.repair(folder, number, fence);
      return;
    }
    new PlainTables(folder).repair(fence);
    if (Links.of(folder).isPresent()) {
      new LinkedTables(folder, line -> {}).repair(fence);
    }
  }

  /** The folder into which the tables of a publication are written, one folder for each table. */
  Path staging(String publication);

  /**
   * Names the files of a table. Called once for each written table, before its files are recorded.
   */
  void name(Path table, String publication);

  /**
   * Adds {@code names} of the current tables to a new publication, which does not have them yet.
   */
  void carry(PublishedTables standing, List<String> names, String publication);

  /**
   * Replaces the current publication by a new one.
   *
   * @param fence throws if this process may not write any more
   */
  void put(Manifest manifest, Runnable fence);
}
