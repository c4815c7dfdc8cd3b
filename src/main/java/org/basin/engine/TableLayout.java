package org.basin.engine;

import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.fs.Path;

/** How published tables stand in a sweep's folder, and how a new publication takes their place. */
interface TableLayout {

  /**
   * The layout of {@code folder}: links where the file system has them, else folders.
   *
   * @param say told of what is moved away
   */
  static TableLayout of(SweepFolder folder, EngineSettings settings, Consumer<String> say) {
    boolean links =
        settings.tableLinks()
            && Links.local(folder.files(), folder.tables()).filter(Links::arePossible).isPresent();
    return links ? new LinkedTables(folder, say) : new PlainTables(folder);
  }

  /** Finishes or clears away what a process that died while publishing has left. */
  static void repair(SweepFolder folder) {
    new PlainTables(folder).repair();
    if (Links.local(folder.files(), folder.root()).isPresent()) {
      new LinkedTables(folder, line -> {}).repair();
    }
  }

  /** Where the tables of a publication are written, one folder each. */
  Path staging(String publication);

  /** Called once for each table that was written, before it is sealed. */
  void name(Path table, String publication);

  /** Takes {@code names} of the standing tables into a new publication, which has them not yet. */
  void carry(PublishedTables standing, List<String> names, String publication);

  /**
   * Puts a publication in the place of the one that stands.
   *
   * @param fence throws if this process may not write any more
   */
  void put(Manifest manifest, Runnable fence);
}
