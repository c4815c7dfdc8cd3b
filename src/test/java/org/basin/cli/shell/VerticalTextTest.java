package org.basin.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.RowFactory;
import org.basin.cli.text.DisplayWidth;
import org.junit.jupiter.api.Test;

class VerticalTextTest {

  @Test
  void row_hasALineForEachColumn() {
    assertThat(
            VerticalText.lines(
                2, new String[] {"a", "longer"}, RowFactory.create(1.23456789, null), 30))
        .containsExactly("-[ 2 ]" + "-".repeat(24), "a       1.23457", "longer");
  }

  @Test
  void longAndBrokenTexts_areWhole() {
    String text = "first\nsecond " + "x".repeat(50) + "\u6f22\u5b57";
    var lines = VerticalText.lines(1, new String[] {"t"}, RowFactory.create(text), 20);
    assertThat(lines).allMatch(line -> DisplayWidth.of(line) <= 20);
    assertThat(String.join("", lines.subList(1, lines.size())).replace(" ", ""))
        .isEqualTo("t" + text.replace("\n", "").replace(" ", ""));
  }

  @Test
  void longName_hasALineOfItsOwn() {
    String name = "a_name_that_is_longer_than_half_of_the_width";
    assertThat(VerticalText.lines(1, new String[] {name}, RowFactory.create(7L), 40))
        .containsExactly("-[ 1 ]" + "-".repeat(34), name, " ".repeat(22) + "7");
  }
}
