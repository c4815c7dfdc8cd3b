package org.basin.engine.publish;

import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.basin.engine.storage.SweepFolder;

/** The folders of publications in {@code _tables}, whether they were finished or not. */
final class PublicationFolders {

  private PublicationFolders() {}

  /** The ids of the publications that stand now. */
  static Set<String> names(SweepFolder folder) {
    Set<String> all = new TreeSet<>();
    for (FileStatus publication : folder.list(folder.tables())) {
      String name = publication.getPath().getName();
      if (publication.isDirectory()
          && !name.equals(LinkedTables.CURRENT)
          && !name.startsWith(".")) {
        all.add(name);
      }
    }
    return all;
  }

  /**
   * Deletes publications. A caller that lists them before it looks at the lease for the last time
   * deletes none of a later holder.
   */
  static void delete(SweepFolder folder, Set<String> names) {
    names.forEach(name -> folder.delete(new Path(folder.tables(), name)));
  }
}
