package org.basin.engine.publish;

import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.fs.Path;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.Links;
import org.basin.engine.storage.SweepFolder;

/**
 * How published tables are laid out in a sweep's folder, and how a new publication replaces them.
 */
public interface TableLayout {

  /**
   * Returns the layout of {@code folder}: links where the file system supports them, otherwise
   * folders.
   *
   * @param say receives one line for each file that is moved away
   */
  static TableLayout of(SweepFolder folder, EngineSettings settings, Consumer<String> say) {
    boolean links =
        settings.tableLinks() && Links.of(folder).filter(Links::arePossible).isPresent();
    return links ? new LinkedTables(folder, say) : new PlainTables(folder);
  }

  /** Finishes or deletes what a process left that died while it published. */
  static void repair(SweepFolder folder) {
    new PlainTables(folder).repair();
    if (Links.of(folder).isPresent()) {
      new LinkedTables(folder, line -> {}).repair();
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
