package org.basin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The script by which bash completes a command line. Picocli's own names the values of an option by
 * its label, so that the kinds of {@code --init} replace those of {@code --model}, and it completes
 * no file where an argument may also be a name.
 */
final class CompletionScript {
  private static final String TEMPLATE = "completion.bash";

  /** What is completed, by the label that the help shows. */
  private static final Map<String, String> BY_LABEL =
      Map.of(
          "SWEEP-FILE", "sweep-files",
          "NAME|FILE", "sweep-files",
          "SWEEP", "any-sweeps",
          "A", "sweeps",
          "B", "sweeps",
          "DIR", "folders",
          "FOLDER", "folders",
          "FILE", "files",
          "PATH|URL", "files");

  /** What is completed after an option whose label says only that it is a name. */
  private static final Map<String, String> BY_OPTION =
      Map.of("--sweep", "sweeps", "--figure", "figures");

  private CompletionScript() {}

  /** Returns the script for a program and its verbs. */
  static String of(CommandLine program) {
    Map<String, CommandLine> verbs = program.getSubcommands();
    List<String> cases = new ArrayList<>(cases("", program.getCommandSpec()));
    new TreeMap<>(verbs).forEach((name, verb) -> cases.addAll(cases(name, verb.getCommandSpec())));
    return template()
        .replace("@OUTPUT@", Verb.OUTPUT)
        .replace("@VERBS@", String.join(" ", verbs.keySet()))
        .replace("@TAKES@", String.join("\n", cases));
  }

  /** Returns what follows each option and stands at each place of a verb. */
  private static List<String> cases(String verb, CommandSpec spec) {
    List<String> cases = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (OptionSpec option : spec.options()) {
      names.add(option.longestName());
      String patterns =
          Stream.of(option.names()).map(name -> quoted(verb, name)).collect(joining(" | "));
      cases.add(line(patterns, option.arity().max() == 0 ? "nothing" : taken(option)));
    }
    for (PositionalParamSpec place : spec.positionalParameters()) {
      cases.add(line(quoted(verb, String.valueOf(place.index().min())), taken(place)));
    }
    cases.add(line(quoted(verb, "options"), String.join(" ", names)));
    return cases;
  }

  private static String taken(ArgSpec argument) {
    if (argument.completionCandidates() != null) {
      String words =
          StreamSupport.stream(argument.completionCandidates().spliterator(), false)
              .collect(joining(" "));
      // Constants are read in any case, and the help writes them in small letters.
      return "words " + (argument.type().isEnum() ? words.toLowerCase(Locale.ROOT) : words);
    }
    String label = BY_LABEL.getOrDefault(argument.paramLabel(), "anything");
    return argument instanceof OptionSpec option
        ? BY_OPTION.getOrDefault(option.longestName(), label)
        : label;
  }

  private static String quoted(String verb, String place) {
    return "'" + verb + " " + place + "'";
  }

  private static String line(String patterns, String taken) {
    return "    " + patterns + ") echo '" + taken + "' ;;";
  }

  private static String template() {
    try (InputStream script = CompletionScript.class.getResourceAsStream(TEMPLATE)) {
      return new String(script.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
