package org.basin.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartTest {

  @Test
  void parts_areReadAndWritten() {
    assertThat(Part.parse("2/3")).isEqualTo(new Part(2, 3)).hasToString("2/3");
    assertThat(Part.parse("1/1").word()).isEqualTo("1of1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0/3", "4/3", "1", "1/", "/3", "-1/3", "1/0", "1/3/4", " 1/3", "1/99999999"})
  void others_areRefusedWithWhatIsRight(String text) {
    assertThatThrownBy(() -> Part.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no part, must be I/N with I from 1 to N, such as 1/3");
  }
}
