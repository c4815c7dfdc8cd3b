package org.basin.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * A folder of outcomes, as it is found.
 *
 * @param path where it is
 * @param state what it is worth
 * @param why what is wrong with it, in one line; empty if nothing is
 * @param strays files that stand in it and are not its own
 */
record Slice(Path path, State state, String why, List<Path> strays) {

  /** What a slice is worth. */
  enum State {
    /** Finished, and as it was committed. */
    COMMITTED,
    /**
     * Finished, but without a record: of an earlier version, or the run died before it wrote one.
     */
    UNRECORDED,
    /** Finished once, and not what was committed any more. */
    DAMAGED,
    /** Never finished. */
    UNFINISHED
  }

  /** Its value of the column {@code slice}. */
  String name() {
    return path.getName().substring(CommittedWork.PREFIX.length());
  }

  /** Looks at a slice; reads no more than footers, and these only of one without a record. */
  static Slice at(SweepFolder folder, Path path) {
    return SliceRecord.read(folder, path)
        .map(record -> recorded(folder, path, record.files()))
        .orElseGet(() -> unrecorded(folder, path));
  }

  private static Slice recorded(SweepFolder folder, Path path, Map<String, Long> files) {
    Map<String, Long> left = new TreeMap<>(files);
    List<Path> strays = new ArrayList<>();
    for (FileStatus file : PublishedTables.files(folder, path)) {
      String name = file.getPath().getName();
      Long length = left.remove(name);
      if (length == null) {
        strays.add(file.getPath());
      } else if (file.getLen() != length) {
        return damaged(path, name + " has " + file.getLen() + " bytes of " + length);
      }
    }
    Optional<String> missing = left.keySet().stream().findFirst();
    return missing.isPresent()
        ? damaged(path, missing.get() + " is missing")
        : new Slice(path, State.COMMITTED, "", strays);
  }

  /**
   * Spark's own committer deletes its temporary folder when every file is in place. What is read
   * from such a slice is whole trials, whoever wrote them.
   */
  private static Slice unrecorded(SweepFolder folder, Path path) {
    List<FileStatus> files = PublishedTables.files(folder, path);
    boolean isFinished =
        folder.exists(new Path(path, "_SUCCESS"))
            || (!files.isEmpty() && !folder.exists(new Path(path, "_temporary")));
    if (!isFinished) {
      return new Slice(path, State.UNFINISHED, "", List.of());
    }
    for (FileStatus file : files) {
      try {
        long unused = SealedFile.rows(folder.files(), file);
      } catch (IOException e) {
        return damaged(path, file.getPath().getName() + " is no whole Parquet file");
      }
    }
    return files.isEmpty()
        ? damaged(path, "it has no files")
        : new Slice(path, State.UNRECORDED, "", List.of());
  }

  private static Slice damaged(Path path, String why) {
    return new Slice(path, State.DAMAGED, why, List.of());
  }

  boolean isReadable() {
    return state == State.COMMITTED || state == State.UNRECORDED;
  }

  /** Its own files. */
  List<Path> files(SweepFolder folder) {
    return PublishedTables.files(folder, path).stream()
        .map(FileStatus::getPath)
        .filter(file -> !strays.contains(file))
        .toList();
  }

  /** This slice, which reading has found to be damaged. */
  Slice damaged(String why) {
    return damaged(path, why);
  }

  /** What is wrong with it, with its name. */
  String problem() {
    return path.getName() + ": " + why;
  }
}
