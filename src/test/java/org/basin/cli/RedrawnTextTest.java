package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedrawnTextTest {

  private final StringWriter printed = new StringWriter();
  private final PrintWriter out = new PrintWriter(printed);

  @Test
  void onATerminal_textTakesThePlaceOfTheOneBefore() {
    RedrawnText text = new RedrawnText(out, true, () -> 10);
    text.show(List.of("one", "", "eleven long"));
    text.show(List.of("two"));
    text.show(List.of("three"));
    // The third line fills two of the rows.
    assertThat(printed)
        .hasToString(
            """
            one

            eleven long
            \r\033[4A\033[Jtwo
            \r\033[1A\033[Jthree
            """);
  }

  @Test
  void elsewhere_blocksFollowOneAnother() {
    RedrawnText text = new RedrawnText(out, false, () -> 10);
    text.show(List.of("one", "more"));
    text.show(List.of("two"));
    assertThat(printed).hasToString("one\nmore\n\ntwo\n");
  }
}
