package org.basin.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads {@code include "file"}, relative to the including file. Unlike HOCON's own includer it
 * never takes a file that is not there for an empty one, and looks nowhere else for it.
 */
final class Includes implements ConfigIncluder, ConfigIncluderFile {

  /** An include that cannot be read; the path and why. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  private final Path including;

  Includes(Path including) {
    this.including = including;
  }

  @Override
  public ConfigIncluder withFallback(ConfigIncluder fallback) {
    return this;
  }

  @Override
  public ConfigObject include(ConfigIncludeContext context, String what) {
    return read(including.resolveSibling(what), what);
  }

  @Override
  public ConfigObject includeFile(ConfigIncludeContext context, File what) {
    return read(including.resolveSibling(what.toPath()), what.getPath());
  }

  private ConfigObject read(Path file, String what) {
    Path included = file.toAbsolutePath().normalize();
    if (!Files.isRegularFile(included) || !Files.isReadable(included)) {
      throw new Unreadable(
          new Place(Place.shorten(including), line(what))
              + ": include "
              + SweepText.unreadable(included));
    }
    return ConfigFactory.parseFile(included.toFile(), SweepText.options(included)).root();
  }

  /** The line of the statement, which the parser does not tell; 0 if it cannot be found. */
  private int line(String what) {
    try {
      List<String> lines = Files.readAllLines(including);
      return 1
          + IntStream.range(0, lines.size())
              .filter(i -> lines.get(i).contains("include") && lines.get(i).contains(what))
              .findFirst()
              .orElse(-1);
    } catch (IOException e) {
      return 0;
    }
  }
}
