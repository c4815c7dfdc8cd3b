package org.basin.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorTextTest {

  @Test
  void mark_standsBelowThePlace() {
    assertThat(
            ErrorText.lines(
                "b is no column here (line 2, position 4)", "SELECT a,\n    b\nFROM trials", 80))
        .containsExactly("basin: b is no column here", "      b", "      ^");
  }

  @Test
  void message_withoutAPlace_standsAlone() {
    assertThat(ErrorText.lines("it is wrong", "SELECT 1", 80))
        .containsExactly("basin: it is wrong");
    assertThat(ErrorText.lines("wrong (line 9, position 1)", "SELECT 1", 80)).hasSize(1);
  }

  @Test
  void longLine_isCutAroundThePlace() {
    String query = "SELECT " + "a, ".repeat(100) + "bad FROM trials";
    var lines =
        ErrorText.lines(
            "bad is no column (line 1, position " + query.indexOf("bad") + ")", query, 40);
    assertThat(lines).allMatch(line -> line.length() <= 40);
    assertThat(lines.get(1).substring(lines.get(2).indexOf('^'))).startsWith("bad");
  }

  @Test
  void wideLetters_countTwice() {
    var lines = ErrorText.lines("no (line 1, position 11)", "SELECT '\u6f22' b", 80);
    assertThat(lines.get(2).indexOf('^')).isEqualTo(2 + 12);
  }
}
