package org.basin.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.basin.cli.text.Paragraph;
import org.basin.settings.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code basin help}: explains a verb, or the exit statuses. */
@Command(
    name = "help",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Explains a verb, or with exit-status the exit statuses of all verbs.",
    footerHeading = "%nExamples:%n",
    footer = {"  submit/basin help run", "  submit/basin help exit-status"})
final class HelpVerb implements Callable<Integer> {
  /** What is explained beside the verbs. */
  private static final String EXIT_STATUS = "exit-status";

  @Parameters(
      arity = "0..1",
      paramLabel = "VERB",
      completionCandidates = Topics.class,
      description = "What is explained; default: the program.")
  private String topic;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine program = spec.parent().commandLine();
    PrintWriter out = spec.commandLine().getOut();
    if (topic == null) {
      program.usage(out);
    } else if (topic.equals(EXIT_STATUS)) {
      statuses().forEach(out::println);
    } else if (program.getSubcommands().containsKey(topic)) {
      program.getSubcommands().get(topic).usage(out);
    } else {
      throw new UsageException(topic + " is not a verb; " + Nearest.hint(topic, topics(program)));
    }
    out.flush();
    return ExitStatus.DONE.code();
  }

  private static List<String> statuses() {
    List<String> lines = new ArrayList<>();
    for (ExitStatus status : ExitStatus.values()) {
      add(lines, Integer.toString(status.code()), status.meaning());
    }
    add(lines, ExitStatus.SIGNALS, ExitStatus.SIGNALLED);
    lines.add("");
    lines.addAll(Paragraph.lines("", "Each failure is a line on standard error."));
    return lines;
  }

  private static void add(List<String> lines, String status, String meaning) {
    String indent = " ".repeat(15);
    lines.addAll(Paragraph.lines(indent, meaning));
    int first = lines.size() - Paragraph.lines(indent, meaning).size();
    lines.set(first, status + lines.get(first).substring(status.length()));
  }

  private static List<String> topics(CommandLine program) {
    List<String> topics = new ArrayList<>(program.getSubcommands().keySet());
    topics.add(EXIT_STATUS);
    return topics;
  }

  /** What may be explained, for the completion of a shell. */
  private static final class Topics implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return topics(new CommandLine(new Basin())).iterator();
    }
  }
}
