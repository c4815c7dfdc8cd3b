package org.basin.engine.storage;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * A rename that replaces a file, and makes no folder. Hadoop's {@link FileSystem#rename} replaces
 * nothing; on HDFS it moves into a folder that has the new name, and on a local disk it makes the
 * new name's folder and copies, if there is none.
 */
final class OneRename {

  private static final String HDFS = "hdfs";

  private OneRename() {}

  static boolean isOnHdfs(FileSystem files) {
    return files.getUri().getScheme().equals(HDFS);
  }

  /** Renames {@code from} to {@code to}. On a local disk and on HDFS this is one step. */
  static void of(FileSystem files, Path from, Path to) throws IOException {
    Optional<LocalDisk> disk = LocalDisk.of(files);
    if (disk.isPresent()) {
      disk.get().replace(LocalDisk.path(from), LocalDisk.path(to));
    } else if (isOnHdfs(files)) {
      FileContext.getFileContext(to.toUri(), files.getConf())
          .rename(from, to, Options.Rename.OVERWRITE);
    } else {
      files.delete(to, false);
      if (!files.rename(from, to)) {
        throw new IOException("cannot rename " + from + " to " + to);
      }
    }
  }
}
