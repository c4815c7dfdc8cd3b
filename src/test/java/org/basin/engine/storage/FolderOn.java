package org.basin.engine.storage;

import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A sweep's folder on a file system that a test has made. */
public final class FolderOn {

  private FolderOn() {}

  public static SweepFolder of(FileSystem files, String root) {
    return new SweepFolder(files, new Path(root));
  }
}
