package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The texts of {@code --help}. Picocli treats them as format strings, and warns on standard error
 * if one is wrong.
 */
class HelpTest {

  @Test
  void everyText_isAFormat() {
    CommandLine basin = new CommandLine(new Basin());
    assertThat(basin.getSubcommands()).containsKeys("plan", "run", "sql", "verify");
    for (CommandLine verb : basin.getSubcommands().values()) {
      UsageMessageSpec usage = verb.getCommandSpec().usageMessage();
      Stream.of(usage.description(), usage.footer(), usage.header())
          .flatMap(Stream::of)
          .forEach(
              text ->
                  assertThatCode(() -> String.format(text))
                      .as(verb.getCommandName() + ": " + text)
                      .doesNotThrowAnyException());
    }
    assertThat(basin.getSubcommands().get("sql").getUsageMessage())
        .contains(List.of("95 % interval", "from these tables"));
  }

  @Test
  void everyHelp_fitsEightyColumns() {
    CommandLine basin = Basin.commands();
    assertThat(basin.getUsageMessage().lines()).allMatch(line -> line.length() <= 80);
    basin
        .getSubcommands()
        .forEach(
            (name, verb) ->
                assertThat(verb.getUsageMessage().lines())
                    .as(name)
                    .allMatch(line -> line.length() <= 80)
                    .noneMatch(line -> line.contains("${")));
  }

  private String told(String... words) {
    StringWriter out = new StringWriter();
    assertThat(Basin.execute(new PrintWriter(out), new PrintWriter(out), words)).isZero();
    return out.toString();
  }

  @Test
  void noVerb_showsTheVerbs() {
    assertThat(told()).isEqualTo(told("help")).contains("To begin with:", "  new ", "  doctor ");
  }

  @Test
  void help_ofAVerb_isItsOwn_inGroups() {
    assertThat(told("help", "run"))
        .isEqualTo(told("run", "--help"))
        .contains("Which sweep:", "What is printed:", "Common:");
  }

  @Test
  void help_ofExitStatuses_listsThem() {
    assertThat(told("help", "exit-status")).contains("\n2  ", "\n129, 130, 143  ");
  }

  @Test
  void misspeltVerb_isTold() {
    StringWriter err = new StringWriter();
    PrintWriter to = new PrintWriter(err);
    assertThat(Basin.execute(to, to, "help", "runn")).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("basin: runn is not a verb; did you mean run?\n");
  }
}
