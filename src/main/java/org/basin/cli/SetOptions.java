package org.basin.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** Settings that replace those of a sweep file. */
final class SetOptions {
  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Replaces a setting of the sweep file, as if it stood at the file's end:"
              + " --set seeds.count=10. May be given several times.")
  private List<String> settings = List.of();

  List<String> settings() {
    return settings;
  }

  /** Adds these settings to a command. */
  CommandText options(CommandText command) {
    return command.option("--set", settings);
  }
}
