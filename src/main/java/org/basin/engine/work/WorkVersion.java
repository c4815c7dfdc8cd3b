package org.basin.engine.work;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.SweepFolder;
import org.basin.tables.OutcomeTable;

/** Prevents committed work from being read by a version of Basin that would misunderstand it. */
public final class WorkVersion {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private WorkVersion() {}

  /**
   * Marks new work with the version of its rows, or checks the mark of existing work. A mark of an
   * earlier version is raised, because new rows will stand beside the old ones. One that was cut
   * short by a kill, damaged or deleted is written anew, if the slices do not say otherwise.
   *
   * @throws EngineException if the existing work is of a later version
   */
  public static void check(SweepFolder folder) {
    require(folder);
    if (marked(folder).orElse(0) < OutcomeTable.VERSION) {
      folder.write(mark(folder), OutcomeTable.VERSION + "\n");
    }
  }

  /**
   * Checks the version of work, if there is any. It changes nothing.
   *
   * @throws EngineException if the work is of a later version than this Basin's
   */
  public static void require(SweepFolder folder) {
    int found = marked(folder).orElseGet(() -> recorded(folder));
    if (found > OutcomeTable.VERSION) {
      throw new EngineException(
          folder.root()
              + " holds work of version "
              + found
              + ", this Basin knows versions up to "
              + OutcomeTable.VERSION
              + "; use the Basin that wrote it, or choose another --output");
    }
  }

  private static Path mark(SweepFolder folder) {
    return folder.work("version");
  }

  /** What the mark says; empty if there is none, or none that can be read. */
  private static OptionalInt marked(SweepFolder folder) {
    String text = folder.exists(mark(folder)) ? folder.read(mark(folder)).strip() : "";
    return NUMBER.matcher(text).matches()
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  /** The latest version that the slices' own records name; 0 if there are none. */
  private static int recorded(SweepFolder folder) {
    return CommittedWork.folders(folder).stream()
        .flatMap(slice -> SliceRecord.read(folder, slice).stream())
        .mapToInt(SliceRecord::version)
        .max()
        .orElse(0);
  }
}
