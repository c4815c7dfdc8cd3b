package org.basin.engine.storage;

import java.io.IOException;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's file system of this machine, with permissions that Java sets. Hadoop starts the program
 * {@code chmod} for each file and folder that it makes, because Spark does not bring its native
 * library: a hundred and forty processes in the run of a small sweep. For local mode: where
 * executors are processes of their own, they may open files before they have Basin's jar.
 */
public final class LocalFiles extends LocalFileSystem {

  /** Hadoop's key for the class of the file system of this machine. */
  public static final String KEY = "fs.file.impl";

  /** The same setting of a Spark session. */
  public static final String SPARK_KEY = "spark.hadoop." + KEY;

  /** Hadoop makes it by its name. */
  public LocalFiles() {
    super(new Raw());
  }

  /** The same without checksum files. */
  public static final class Raw extends RawLocalFileSystem {

    private final LocalDisk disk = new LocalDisk();

    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      try {
        disk.permit(pathToFile(path).toPath(), of(permission));
      } catch (UnsupportedOperationException e) {
        super.setPermission(path, permission); // Not a file system of POSIX.
      }
    }
  }

  private static Set<PosixFilePermission> of(FsPermission permission) {
    if (permission.getStickyBit()) {
      throw new UnsupportedOperationException("POSIX permissions of Java have no sticky bit");
    }
    return PosixFilePermissions.fromString(
        permission.getUserAction().SYMBOL
            + permission.getGroupAction().SYMBOL
            + permission.getOtherAction().SYMBOL);
  }
}
