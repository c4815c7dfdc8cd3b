package org.basin.cli;

import java.net.URI;
import java.nio.file.Path;

/** How a folder is named to a person. */
final class Places {
  private Places() {}

  /** A local path, from the current folder where it is below; the URI of any other file system. */
  static String shown(String uri) {
    URI place = URI.create(uri);
    if (place.getScheme() != null && !place.getScheme().equals("file")) {
      return uri;
    }
    Path path = Path.of(place.getPath());
    Path here = Path.of("").toAbsolutePath();
    return (path.startsWith(here) ? here.relativize(path) : path).toString();
  }
}
