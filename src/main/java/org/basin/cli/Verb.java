package org.basin.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of every verb: {@code --output}, {@code --help}, {@code --version}. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
abstract class Verb implements Callable<Integer> {
  /** The folder of all sweeps if the user names none. */
  static final String OUTPUT = "output";

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = OUTPUT,
      description = "Folder of all sweeps' tables; default: ${DEFAULT-VALUE}.")
  private String output;

  /** Returns the folder of all sweeps: a path, or a URI of a file system that Hadoop knows. */
  String output() {
    return output;
  }
}
