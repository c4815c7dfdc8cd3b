package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

  @ParameterizedTest
  @EnumSource
  void text_isReadAsItsVerdict(Verdict verdict) {
    assertThat(Verdict.of(verdict.text())).isEqualTo(verdict);
  }

  @Test
  void otherText_isNoVerdict() {
    assertThatThrownBy(() -> Verdict.of("timed out"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("timed out");
  }
}
