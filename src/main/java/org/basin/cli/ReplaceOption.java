package org.basin.cli;

import java.util.List;
import org.basin.engine.JobRequest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether a verb that publishes tables may leave fewer trials in them than stand there. */
final class ReplaceOption {
  @Option(
      names = "--replace",
      description =
          "Publish even if that leaves fewer trials in the tables than stand there now. Those that"
              + " leave stay committed, and are published again when they are planned again.")
  private boolean replaces;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec verb;

  /**
   * What the command line asks for.
   *
   * @param file the sweep file, as it is named; empty if none is
   * @param settings the {@code --set}s
   */
  JobRequest request(String file, List<String> settings) {
    return new JobRequest(file, settings, replaces, this::say);
  }

  private void say(String line) {
    verb.commandLine().getErr().println("basin: " + line);
    verb.commandLine().getErr().flush();
  }
}
