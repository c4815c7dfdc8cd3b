package org.basin.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every verb has: {@code --output}, {@code --help}, {@code --version}. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
abstract class Verb implements Callable<Integer> {
  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = "output",
      description = "Folder of all sweeps' tables; default: ${DEFAULT-VALUE}.")
  private Path output;

  Path output() {
    return output;
  }
}
