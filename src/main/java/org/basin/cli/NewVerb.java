package org.basin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.basin.cli.start.Starter;
import org.basin.cli.text.Paragraph;
import org.basin.config.SweepName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code basin new}: writes a sweep file to begin with. Starts no Spark session. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Writes a sweep file to begin with, which trains within seconds. Every key stands there"
          + " with its meaning, unit, range and default. An existing file is never replaced.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  submit/basin new my-sweep",
      "  submit/basin new depth --model deep-linear --optimiser gradient-flow",
      "  submit/basin new digits.conf --data mnist",
      "",
      "basin explain model lists the kinds of model, and so on for each option."
    })
final class NewVerb implements Callable<Integer> {
  private static final String ENDING = ".conf";

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME|FILE",
      defaultValue = "my-sweep",
      description = "The sweep's name, or the file to write; default: ${DEFAULT-VALUE}.")
  private Path target;

  @Option(
      names = "--model",
      paramLabel = "KIND",
      completionCandidates = ModelKinds.class,
      description = "The network.")
  private String model;

  @Option(
      names = "--data",
      paramLabel = "KIND",
      completionCandidates = DataKinds.class,
      description = "What is learnt from.")
  private String data;

  @Option(
      names = "--optimiser",
      paramLabel = "KIND",
      completionCandidates = OptimiserKinds.class,
      description = "What trains it.")
  private String optimiser;

  @Option(
      names = "--loss",
      paramLabel = "KIND",
      completionCandidates = LossKinds.class,
      description = "What is minimised.")
  private String loss;

  @Option(
      names = "--init",
      paramLabel = "KIND",
      completionCandidates = InitKinds.class,
      description = "Where parameters start.")
  private String init;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    String last = target.getFileName() == null ? "" : target.getFileName().toString();
    String name = last.endsWith(ENDING) ? last.substring(0, last.length() - ENDING.length()) : last;
    if (!SweepName.isValid(name)) {
      throw new UsageException("sweep " + name + ": a sweep's name is " + SweepName.RULE);
    }
    Path file = target.resolveSibling(name + ENDING);
    if (Files.exists(file)) {
      throw new UsageException(file + " exists, and is not replaced; name another file");
    }
    Starter.Draft draft;
    try {
      draft = new Starter().draft(file, name, asked());
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
    if (!draft.csv().isEmpty()) {
      write(file.resolveSibling(name + ".csv"), draft.csv());
    }
    write(file, draft.text());
    tell(file, draft);
    return ExitStatus.DONE.code();
  }

  private Map<String, String> asked() {
    Map<String, String> asked = new TreeMap<>();
    put(asked, "model", model);
    put(asked, "data", data);
    put(asked, "optimiser", optimiser);
    put(asked, "loss", loss);
    put(asked, "init", init);
    return asked;
  }

  private static void put(Map<String, String> asked, String slot, String kind) {
    if (kind != null) {
      asked.put(slot, kind);
    }
  }

  private static void write(Path file, String text) throws IOException {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(file + " exists, and is not replaced; name another file");
    } catch (NoSuchFileException e) {
      throw new UsageException("there is no folder " + file.toAbsolutePath().getParent());
    }
  }

  private void tell(Path file, Starter.Draft draft) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Wrote " + file + ".");
    if (!draft.missing().isEmpty()) {
      String needs = "Before it can run, it needs " + String.join(", ", draft.missing()) + ".";
      Paragraph.lines("", needs).forEach(out::println);
    }
    out.println();
    CommandText.of("plan").word(file).lines("What it would do: ").forEach(out::println);
    CommandText.of("run").word(file).lines("Run it:           ").forEach(out::println);
    out.flush();
  }

  /** The kinds of a slot, for the completion of a shell. */
  private abstract static class Kinds implements Iterable<String> {
    private final String slot;

    Kinds(String slot) {
      this.slot = slot;
    }

    @Override
    public Iterator<String> iterator() {
      return new Starter().kinds(slot).iterator();
    }
  }

  private static final class ModelKinds extends Kinds {
    ModelKinds() {
      super("model");
    }
  }

  private static final class DataKinds extends Kinds {
    DataKinds() {
      super("data");
    }
  }

  private static final class OptimiserKinds extends Kinds {
    OptimiserKinds() {
      super("optimiser");
    }
  }

  private static final class LossKinds extends Kinds {
    LossKinds() {
      super("loss");
    }
  }

  private static final class InitKinds extends Kinds {
    InitKinds() {
      super("init");
    }
  }
}
