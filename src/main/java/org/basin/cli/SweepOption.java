package org.basin.cli;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.basin.config.SweepName;
import org.basin.engine.storage.SweepFolder;
import org.basin.settings.Nearest;
import picocli.CommandLine.Option;

/** The option that names the sweep on which a verb works. */
final class SweepOption {
  @Option(
      names = "--sweep",
      paramLabel = "NAME",
      description = "A sweep in the output folder; default: the sweep that was run last.")
  private String name;

  /** Whether the option was given. */
  boolean isGiven() {
    return name != null;
  }

  /** The name that was given; null if none was. */
  String name() {
    return name;
  }

  /**
   * Returns the sweep's folder.
   *
   * @throws UsageException if {@code output} has no such sweep
   */
  SweepFolder folder(Session session, String output) {
    Configuration hadoop = session.spark().sparkContext().hadoopConfiguration();
    if (name == null) {
      return SweepFolder.latest(hadoop, output)
          .orElseThrow(() -> new UsageException("nothing was run in " + output + " yet"));
    }
    return named(session, output, name);
  }

  /**
   * Returns the folder of the sweep {@code name}.
   *
   * @throws UsageException if {@code output} has no such sweep
   */
  static SweepFolder named(Session session, String output, String name) {
    if (!SweepName.isValid(name)) {
      throw new UsageException("sweep " + name + ": a sweep's name is " + SweepName.RULE);
    }
    Configuration hadoop = session.spark().sparkContext().hadoopConfiguration();
    SweepFolder folder = SweepFolder.of(hadoop, output, name);
    if (!folder.exists()) {
      throw new UsageException(
          "no sweep " + name + " in " + output + "; " + Nearest.hint(name, names(hadoop, output)));
    }
    return folder;
  }

  private static List<String> names(Configuration hadoop, String output) {
    return SweepFolder.all(hadoop, output).stream().map(SweepFolder::sweep).sorted().toList();
  }
}
