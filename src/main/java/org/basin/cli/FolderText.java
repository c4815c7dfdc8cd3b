package org.basin.cli;

import java.nio.file.Path;

/** Writes a folder's place for a person. */
final class FolderText {
  private FolderText() {}

  /**
   * Returns a local path, relative to the current folder if it is below that, or the URI of another
   * file system.
   */
  static String shown(String uri) {
    // Hadoop does not encode the texts of paths: a space stands as a space.
    if (!uri.startsWith("file:")) {
      return uri;
    }
    Path path = Path.of(new org.apache.hadoop.fs.Path(uri).toUri().getPath());
    Path here = Path.of("").toAbsolutePath();
    return (path.startsWith(here) ? here.relativize(path) : path).toString();
  }
}
