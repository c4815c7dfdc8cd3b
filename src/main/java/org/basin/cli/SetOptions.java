package org.basin.cli;

import java.io.PrintWriter;
import java.util.List;
import org.basin.config.SweepReader;
import picocli.CommandLine.Option;

/**
 * The options that decide how a sweep file is read: the variant, settings that replace its own, and
 * permitted includes.
 */
final class SetOptions {
  @Option(
      names = "--variant",
      paramLabel = "NAME",
      description =
          "Lays a variant that the sweep file holds over it, before any --set; plan lists them.")
  private String variant = "";

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Replaces a setting of the sweep file, as if it stood at the end of the file:"
              + " --set seeds.count=10. May be given several times.")
  private List<String> settings = List.of();

  @Option(
      names = "--allow-include",
      paramLabel = "PATH|URL",
      description =
          "Lets the sweep file include this file, the files below this folder, or the addresses"
              + " that begin with this text. Without it, the sweep file may include files below its"
              + " own folder and resources of the class path.")
  private List<String> includes = List.of();

  /** The variant that is chosen; empty if none is. */
  String variant() {
    return variant;
  }

  List<String> settings() {
    return settings;
  }

  /**
   * Returns a reader of sweep files that may include what these options allow. It prints no notes.
   */
  SweepReader reader() {
    return new SweepReader(includes, note -> {});
  }

  /**
   * Returns the same reader, but one that prints notes and the progress of long work to {@code
   * err}.
   */
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
    return command.variant(variant).option("--set", settings).option("--allow-include", includes);
  }
}
