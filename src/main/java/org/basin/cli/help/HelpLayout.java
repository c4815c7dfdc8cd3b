package org.basin.cli.help;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.basin.cli.text.Paragraph;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How {@code --help} lays out the verbs of the program and the options of a verb: in groups. */
public final class HelpLayout {
  private static final int NAME_WIDTH = 13;

  /** The verbs by what they are for; those that stand nowhere here come last. */
  private static final Map<String, List<String>> VERBS = new LinkedHashMap<>();

  /** Options that several verbs have, by what they are about; others are the verb's own. */
  private static final Map<String, List<String>> OPTIONS = new LinkedHashMap<>();

  static {
    VERBS.put("To begin with", List.of("new", "explain", "plan", "doctor"));
    VERBS.put("To train", List.of("run", "status", "import"));
    VERBS.put("To look at what came of it", List.of("report", "plot", "sql", "verify", "compare"));
    VERBS.put("To keep house", List.of("aggregate", "completion", "help"));
    OPTIONS.put(
        "Which sweep", List.of("--sweep", "--variant", "--set", "--allow-include", "--output"));
    OPTIONS.put("What is printed", List.of("--quiet", "--json", "--format"));
    OPTIONS.put("Common", List.of("--help", "--version"));
  }

  private HelpLayout() {}

  /** Lays out the help of a program and of all its verbs. */
  public static void apply(CommandLine program) {
    program.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
    program.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, HelpLayout::verbs);
    for (CommandLine verb : program.getSubcommands().values()) {
      verb.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING, help -> "");
      verb.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::options);
    }
  }

  private static String verbs(Help help) {
    Set<String> left = new TreeSet<>(help.subcommands().keySet());
    Map<String, List<String>> groups = new LinkedHashMap<>(VERBS);
    VERBS.values().forEach(left::removeAll);
    groups.put("Others", List.copyOf(left));
    List<String> lines = new ArrayList<>();
    groups.forEach(
        (heading, names) -> {
          List<String> there = names.stream().filter(help.subcommands()::containsKey).toList();
          if (!there.isEmpty()) {
            lines.add("");
            lines.add(heading + ":");
            there.forEach(name -> lines.addAll(verb(name, help.subcommands().get(name))));
          }
        });
    return String.join("\n", lines) + "\n";
  }

  /** A verb with the first sentence of what it does. */
  private static List<String> verb(String name, Help help) {
    String text = String.join(" ", help.commandSpec().usageMessage().description());
    String sentence = String.format(text).replaceFirst("(?s)(?<=\\.)\\s.*", "");
    List<String> lines = Paragraph.lines(" ".repeat(NAME_WIDTH), sentence);
    String label = "  " + name;
    lines.set(0, label + lines.get(0).substring(label.length()));
    return lines;
  }

  private static String options(Help help) {
    List<OptionSpec> left = new ArrayList<>(help.commandSpec().options());
    left.removeIf(OptionSpec::hidden);
    Map<String, List<OptionSpec>> groups = new LinkedHashMap<>();
    groups.put("Options", left);
    OPTIONS.forEach(
        (heading, names) -> {
          List<OptionSpec> members =
              left.stream()
                  .filter(option -> names.contains(option.longestName()))
                  .sorted((a, b) -> names.indexOf(a.longestName()) - names.indexOf(b.longestName()))
                  .toList();
          groups.put(heading, members);
        });
    OPTIONS.values().forEach(names -> left.removeIf(each -> names.contains(each.longestName())));
    StringBuilder text = new StringBuilder();
    groups.forEach(
        (heading, members) -> {
          if (!members.isEmpty()) {
            text.append('\n').append(heading).append(":\n").append(list(help, members));
          }
        });
    return text.toString();
  }

  private static String list(Help help, List<OptionSpec> options) {
    Help.Layout layout = help.createDefaultLayout();
    layout.addOptions(options, help.parameterLabelRenderer());
    return layout.toString();
  }
}
