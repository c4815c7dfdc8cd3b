package org.basin.cli;

import java.util.function.Consumer;
import org.basin.engine.JobRequest;
import picocli.CommandLine.Option;

/** The option that lets a verb publish fewer trials than the tables hold now. */
final class ReplaceOption {
  @Option(
      names = "--replace",
      description =
          "Publish even if the tables then hold fewer trials than now. The trials that leave stay"
              + " committed, and return to the tables when they are planned again.")
  private boolean replaces;

  /**
   * Returns the request that the command line makes.
   *
   * @param file the sweep file as the user named it; empty if none was named
   * @param set the options that say how the file is read
   * @param say receives one line for each thing that the user should know before the job ends
   */
  JobRequest request(String file, SetOptions set, Consumer<String> say) {
    return new JobRequest(file, set.variant(), set.settings(), replaces, say);
  }
}
