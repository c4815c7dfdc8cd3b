package org.basin.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every verb has: {@code --output}, {@code --help}, {@code --version}. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
abstract class Verb implements Callable<Integer> {
  /** The folder of all sweeps where none is named. */
  static final String OUTPUT = "output";

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = OUTPUT,
      description = "Folder of all sweeps' tables; default: ${DEFAULT-VALUE}.")
  private String output;

  /** A path, or a URI of a file system that Hadoop knows. */
  String output() {
    return output;
  }
}
