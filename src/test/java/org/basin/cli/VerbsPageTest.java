package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code docs/verbs.md} tells what {@code --help} tells. */
class VerbsPageTest {

  private static final Path PAGE = Path.of("docs/verbs.md");

  private static final Path NOW = Path.of("target/verbs.md");

  private static final String HEAD =
      """
      # Verbs

      What `basin VERB --help` prints, and the exit statuses of all verbs. Options of spark-submit may stand
      beside those of a verb, in any place.

      This page is made from the program: `VerbsPageTest` fails where it is not up to date, and leaves the
      new one in `target/verbs.md`.

      ## Exit statuses

      | status | meaning |
      |---|---|
      """;

  @Test
  void page_isUpToDate() throws Exception {
    StringBuilder page = new StringBuilder(HEAD);
    for (ExitStatus status : ExitStatus.values()) {
      row(page, Integer.toString(status.code()), status.meaning());
    }
    row(page, ExitStatus.SIGNALS, ExitStatus.SIGNALLED);
    page.append(
        "\nEach failure is one line on standard error, and each mistake in a sweep file is one.\n");
    CommandLine basin = Basin.commands();
    basin
        .getSubcommands()
        .forEach(
            (name, verb) ->
                page.append("\n## ")
                    .append(name)
                    .append("\n\n```text\n")
                    .append(usage(verb))
                    .append("```\n"));
    Files.writeString(NOW, page);
    assertThat(page)
        .as("%s is not up to date: cp %s %s", PAGE, NOW, PAGE)
        .hasToString(Files.exists(PAGE) ? Files.readString(PAGE) : "");
  }

  private static void row(StringBuilder page, String status, String meaning) {
    page.append("| ").append(status).append(" | ").append(meaning).append(" |\n");
  }

  private static String usage(CommandLine verb) {
    StringBuilder lines = new StringBuilder();
    verb.getUsageMessage().lines().forEach(line -> lines.append(line.stripTrailing()).append('\n'));
    return lines.toString();
  }
}
