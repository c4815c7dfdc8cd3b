package org.basin.cli;

import org.basin.engine.JobRequest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that lets a verb publish fewer trials than the tables hold now. */
final class ReplaceOption {
  @Option(
      names = "--replace",
      description =
          "Publish even if the tables then hold fewer trials than now. The trials that leave stay"
              + " committed, and return to the tables when they are planned again.")
  private boolean replaces;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec verb;

  /**
   * Returns the request that the command line makes.
   *
   * @param file the sweep file as the user named it; empty if none was named
   * @param set the options that say how the file is read
   */
  JobRequest request(String file, SetOptions set) {
    return new JobRequest(file, set.variant(), set.settings(), replaces, this::say);
  }

  private void say(String line) {
    verb.commandLine().getErr().println("basin: " + line);
    verb.commandLine().getErr().flush();
  }
}
