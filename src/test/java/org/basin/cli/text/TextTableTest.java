package org.basin.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  private final TextTable table =
      new TextTable(
          List.of("verdict", "count"),
          new boolean[] {false, true},
          List.of(List.of("converged", "7"), List.of("diverged", "1234567")));

  @Test
  void numbers_standAtTheRight() {
    assertThat(table.header()).isEqualTo("verdict      count");
    assertThat(table.rule()).isEqualTo("---------  -------");
    assertThat(table.row(List.of("converged", "7"))).isEqualTo("converged        7");
  }

  @Test
  void wideLetters_countTwice() {
    TextTable wide =
        new TextTable(
            List.of("a", "b"),
            new boolean[2],
            List.of(List.of("収束", "x"), List.of("e\u0301", "y")));
    assertThat(wide.row(List.of("収束", "x"))).isEqualTo("収束  x");
    assertThat(wide.row(List.of("e\u0301", "y"))).isEqualTo("e\u0301     y");
  }

  @Test
  void cellWiderThanTheSample_pushesItsRow() {
    assertThat(table.row(List.of("a verdict of its own", "1")))
        .isEqualTo("a verdict of its own        1");
  }
}
