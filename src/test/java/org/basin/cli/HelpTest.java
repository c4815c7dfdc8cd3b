package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

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
}
