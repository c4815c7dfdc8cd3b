package org.basin.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.basin.config.SweepReader;
import org.basin.engine.JobRequest;
import org.basin.engine.SweepFolder;
import org.basin.plan.Sweep;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which sweep a verb works on: a sweep file, or one that was run, by its name or the last one. */
final class SweepChoice {
  @Parameters(
      arity = "0..1",
      paramLabel = "SWEEP",
      description =
          "A sweep file, or the name of a sweep of the output folder as it was run last; default:"
              + " the one run last.")
  private String sweep;

  @Mixin private SweepOption named;
  @Mixin private SetOptions set;

  /**
   * The sweep as its file says under the settings of the command line; null if no file is named.
   *
   * @throws UsageException if there are settings and no file that they could change
   * @throws org.basin.config.ConfigException if the file is wrong
   */
  Sweep read() {
    if (sweep != null && named.isGiven()) {
      throw new UsageException("a sweep is named twice, by " + sweep + " and by --sweep");
    }
    if (isFile()) {
      return reader().read(file(), set.settings());
    }
    if (!set.settings().isEmpty()) {
      throw new UsageException("--set changes a sweep file; name one");
    }
    return null;
  }

  /** A reader of sweep files that may include what the command line allows. */
  SweepReader reader() {
    return set.reader();
  }

  /** Whether a file is named: whatever ends like one or is one. */
  boolean isFile() {
    return sweep != null && (sweep.endsWith(".conf") || isRegularFile(sweep));
  }

  /** The file that is named. */
  Path file() {
    return Path.of(sweep);
  }

  /** The settings of the command line. */
  List<String> settings() {
    return set.settings();
  }

  /** What the command line asks of a verb that publishes. */
  JobRequest request(ReplaceOption replace) {
    return replace.request(isFile() ? sweep : "", set.settings());
  }

  /**
   * The folder of the sweep.
   *
   * @param read what {@link #read} said
   * @throws UsageException if nothing was run there
   */
  SweepFolder folder(Session session, String output, Sweep read) {
    if (read != null) {
      SweepFolder folder = SweepOption.named(session, output, read.name());
      folder
          .changes(read.grid().provenance())
          .forEach(line -> System.err.println("basin: " + line + ": its trials are others now"));
      return folder;
    }
    return sweep == null
        ? named.folder(session, output)
        : SweepOption.named(session, output, sweep);
  }

  private static boolean isRegularFile(String name) {
    try {
      return Files.isRegularFile(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
