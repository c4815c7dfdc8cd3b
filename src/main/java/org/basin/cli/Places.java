package org.basin.cli;

import java.nio.file.Path;

/** How a folder is named to a person. */
final class Places {
  private Places() {}

  /** A local path, from the current folder where it is below; the URI of any other file system. */
  static String shown(String uri) {
    // Hadoop's texts of paths are not encoded: a space stands as a space.
    if (!uri.startsWith("file:")) {
      return uri;
    }
    Path path = Path.of(new org.apache.hadoop.fs.Path(uri).toUri().getPath());
    Path here = Path.of("").toAbsolutePath();
    return (path.startsWith(here) ? here.relativize(path) : path).toString();
  }
}
