package org.basin.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code basin completion}: the script by which a shell completes verbs, options and kinds. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Prints a script by which bash or zsh completes verbs, options, sweep files, sweeps,"
          + " figures and the kinds that explain and new take. Make it anew when Basin or its jars change."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(submit/basin completion)                      # this shell",
      "  submit/basin completion > ~/.basin-completion          # once, and then",
      "  echo 'source ~/.basin-completion' >> ~/.bashrc         # for every shell",
      "",
      "In zsh, run autoload -U +X bashcompinit && bashcompinit before."
    })
final class CompletionVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(CompletionScript.of(Basin.commands()));
    out.flush();
    return ExitStatus.DONE.code();
  }
}
