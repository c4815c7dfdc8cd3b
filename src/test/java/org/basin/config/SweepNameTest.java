package org.basin.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "0", "Kumar-Haupt_2024.figure-1", "a..b"})
  void name_isValid(String name) {
    assertThat(SweepName.isValid(name)).isTrue();
    assertThat(SweepName.isValid(name.repeat(100).substring(0, 100))).isTrue();
    assertThat(SweepName.isValid(name.repeat(101))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", ".", "..", "../../x", "a/b", "a\\b", "-a", "_a", "a\n", "ü", "a:b"})
  void nameThatIsNoFolderOfItsOwn_isNot(String name) {
    assertThat(SweepName.isValid(name)).isFalse();
  }
}
