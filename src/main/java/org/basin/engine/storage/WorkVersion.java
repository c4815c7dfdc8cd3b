package org.basin.engine.storage;

import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.basin.tables.OutcomeTable;

/** Prevents committed work from being read by a version of Basin that would misunderstand it. */
public final class WorkVersion {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private WorkVersion() {}

  /**
   * Marks new work with the version of its rows, or checks the mark of existing work.
   *
   * @throws EngineException if the existing work is of another version
   */
  public static void check(SweepFolder folder) {
    Path mark = folder.work("version");
    String own = Integer.toString(OutcomeTable.VERSION);
    if (!folder.exists(mark)) {
      folder.write(mark, own + "\n");
      return;
    }
    if (!NUMBER.matcher(folder.read(mark).strip()).matches()) {
      // The mark was cut short by a kill or is damaged. Each slice of this version has the number
      // too.
      folder.write(mark, own + "\n");
    }
    require(folder);
  }

  /**
   * Checks the mark of work, if there is one. It changes nothing.
   *
   * @throws EngineException if the work is of another version
   */
  public static void require(SweepFolder folder) {
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
