package org.basin.cli;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.basin.cli.help.Entry;
import org.basin.cli.help.ExplainText;
import org.basin.cli.help.Glossary;
import org.basin.settings.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code basin explain}: what may stand in a sweep file. Starts no Spark session. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Tells what may stand in a sweep file: its sections, the kinds of component on the class path,"
          + " their keys with types, ranges and defaults, and what probes record. Without a name,"
          + " lists the sections and slots, and the functions of SQL.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  submit/basin explain optimiser",
      "  submit/basin explain optimiser.adam",
      "  submit/basin explain trial.optimiser.batch-size",
      "  submit/basin explain probe.plateau"
    })
final class ExplainVerb implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      completionCandidates = Names.class,
      description = "A section, slot, kind, key, path in a sweep file, or observable.")
  private String name;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Glossary glossary = Glossary.load();
    ExplainText text = new ExplainText(glossary);
    PrintWriter out = spec.commandLine().getOut();
    if (name == null) {
      text.overview().forEach(out::println);
    } else {
      List<Entry> found = glossary.find(name);
      if (found.isEmpty()) {
        throw new UsageException("nothing is called " + name + "; " + hint(glossary));
      }
      for (int i = 0; i < found.size(); i++) {
        if (i > 0) {
          out.println();
        }
        text.of(found.get(i)).forEach(out::println);
      }
    }
    out.flush();
    return 0;
  }

  private String hint(Glossary glossary) {
    return Nearest.to(name, glossary.names())
        .map(near -> "did you mean " + near + "?")
        .orElse("basin explain without a name lists what there is");
  }

  /** What may be explained, for the completion of a shell: sections, slots and kinds. */
  private static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Glossary.load().slots().stream()
          .flatMap(
              slot ->
                  Stream.concat(Stream.of(slot.name()), slot.kinds().stream().map(Entry::address)))
          .distinct()
          .iterator();
    }
  }
}
