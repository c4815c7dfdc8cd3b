package org.basin.cli;

import java.io.PrintWriter;
import java.util.List;
import org.basin.config.SweepReader;
import picocli.CommandLine.Option;

/** How a sweep file is read: settings in place of its own, and what it may include. */
final class SetOptions {
  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Replaces a setting of the sweep file, as if it stood at the file's end:"
              + " --set seeds.count=10. May be given several times.")
  private List<String> settings = List.of();

  @Option(
      names = "--allow-include",
      paramLabel = "PATH|URL",
      description =
          "Lets the sweep file include this file, what is below this folder, or what this address"
              + " begins; without it, files below its own folder and resources of the class path.")
  private List<String> includes = List.of();

  List<String> settings() {
    return settings;
  }

  /** A reader of sweep files that may include what these options allow, and tells nobody. */
  SweepReader reader() {
    return new SweepReader(includes, note -> {});
  }

  /** The same, telling {@code err} what is worth a line, and how far long work is. */
  SweepReader reader(PrintWriter err) {
    return new SweepReader(
        includes,
        note -> {
          err.println("basin: " + note);
          err.flush();
        });
  }

  /** Adds these options to a command. */
  CommandText options(CommandText command) {
    return command.option("--set", settings).option("--allow-include", includes);
  }
}
