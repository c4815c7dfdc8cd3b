package org.basin.engine;

import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.basin.tables.OutcomeTable;

/** Guards committed work against being read as what it is not. */
final class WorkVersion {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private WorkVersion() {}

  /**
   * Marks new work with the version of its rows, or checks the mark of old work.
   *
   * @throws EngineException if it is of another version
   */
  static void check(SweepFolder folder) {
    Path mark = folder.work("version");
    String own = Integer.toString(OutcomeTable.VERSION);
    if (!folder.exists(mark)) {
      folder.write(mark, own + "\n");
      return;
    }
    if (!NUMBER.matcher(folder.read(mark).strip()).matches()) {
      // Cut short by a kill, or damaged; each slice that this version wrote has the number too.
      folder.write(mark, own + "\n");
    }
    require(folder);
  }

  /**
   * Checks the mark of work, if there is any. Changes nothing.
   *
   * @throws EngineException if it is of another version
   */
  static void require(SweepFolder folder) {
    Path mark = folder.work("version");
    String own = Integer.toString(OutcomeTable.VERSION);
    String found = folder.exists(mark) ? folder.read(mark).strip() : own;
    if (NUMBER.matcher(found).matches() && !found.equals(own)) {
      throw new EngineException(
          folder.root()
              + " holds work of version "
              + found
              + ", this Basin writes version "
              + own
              + "; choose another --output, or move the folder away");
    }
  }
}
