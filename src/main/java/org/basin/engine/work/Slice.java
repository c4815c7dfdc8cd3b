package org.basin.engine.work;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.basin.engine.publish.PublishedTables;
import org.basin.engine.storage.SealedFile;
import org.basin.engine.storage.SweepFolder;

/**
 * A folder of outcomes, as it was found.
 *
 * @param path the folder
 * @param state the slice's state
 * @param why the problem with the slice, in one line; empty if there is none
 * @param strays the files in the folder that do not belong to the slice
 */
record Slice(Path path, State state, String why, List<Path> strays) {

  /** The state of a slice. */
  enum State {
    /** Finished, and still as it was committed. */
    COMMITTED,
    /**
     * Finished, but without a record: an earlier version wrote it, or the run died before it wrote
     * the record.
     */
    UNRECORDED,
    /** Finished once, but different now from what was committed. */
    DAMAGED,
    /** Never finished. */
    UNFINISHED
  }

  /** The slice's value of the column {@code slice}. */
  String name() {
    return path.getName().substring(CommittedWork.PREFIX.length());
  }

  /**
   * Looks at a slice. It reads no more than file footers, and these only if the slice has no
   * record, or if a file has lost its checksums.
   */
  static Slice at(SweepFolder folder, Path path) {
    return SliceRecord.read(folder, path)
        .map(record -> recorded(folder, path, record.files()))
        .orElseGet(() -> unrecorded(folder, path));
  }

  private static Slice recorded(SweepFolder folder, Path path, List<SealedFile> files) {
    Map<String, FileStatus> found = new TreeMap<>();
    PublishedTables.files(folder, path).forEach(file -> found.put(file.getPath().getName(), file));
    for (SealedFile written : files) {
      FileStatus file = found.remove(written.name());
      Optional<String> problem = written.problem(folder.files(), file, hasNoChecksum(folder, file));
      if (problem.isPresent()) {
        return damaged(path, written.name() + " " + problem.get());
      }
    }
    List<Path> strays = found.values().stream().map(FileStatus::getPath).toList();
    return new Slice(path, State.COMMITTED, "", strays);
  }

  /**
   * Whether a file of this machine has lost the checksum file that Hadoop keeps beside it. With it,
   * each reader finds out whether a bit has changed. Distant stores keep checksums of their own.
   */
  private static boolean hasNoChecksum(SweepFolder folder, FileStatus file) {
    return file != null
        && folder.files() instanceof ChecksumFileSystem sums
        && !folder.exists(sums.getChecksumFile(file.getPath()));
  }

  /**
   * Without a record, a slice is finished if Spark's temporary folder is gone: Spark's committer
   * deletes it when every file is in place. Such a slice holds only whole trials, whoever wrote
   * them.
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

  /** The files that belong to the slice. */
  List<Path> files(SweepFolder folder) {
    return PublishedTables.files(folder, path).stream()
        .map(FileStatus::getPath)
        .filter(file -> !strays.contains(file))
        .toList();
  }

  /** Returns this slice marked as damaged, for the reason {@code why} that a reader found. */
  Slice damaged(String why) {
    return damaged(path, why);
  }

  /** The problem with the slice, after its name. */
  String problem() {
    return path.getName() + ": " + why;
  }
}
