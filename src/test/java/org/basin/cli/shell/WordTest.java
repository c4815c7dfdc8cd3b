package org.basin.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordTest {

  @Test
  void word_isWhatStandsBeforeTheCursor() {
    assertThat(Word.of("SELECT ver")).isEqualTo(new Word("ver", 7, false));
    assertThat(Word.of("SELECT trials.ver")).isEqualTo(new Word("ver", 14, false));
    assertThat(Word.of("SELECT count(ver")).isEqualTo(new Word("ver", 13, false));
  }

  @Test
  void word_isEmptyBehindABlankOrASign() {
    assertThat(Word.of("SELECT ")).isEqualTo(new Word("", 7, false));
    assertThat(Word.of("SELECT trials.")).isEqualTo(new Word("", 14, false));
    assertThat(Word.of("SELECT a -- note\n")).isEqualTo(new Word("", 17, false));
    assertThat(Word.of("")).isEqualTo(new Word("", 0, false));
  }

  @Test
  void word_inOpenQuotes_isTheTextWithoutThem() {
    assertThat(Word.of("x = 'conv")).isEqualTo(new Word("conv", 5, true));
    assertThat(Word.of("x = '")).isEqualTo(new Word("", 5, true));
    assertThat(Word.of("FROM `my-sw")).isEqualTo(new Word("`my-sw", 5, false));
  }

  @Test
  void word_mayBeANumber() {
    assertThat(Word.of("x = 1e-")).isEqualTo(new Word("", 7, false));
    assertThat(Word.of("x = 0.0")).isEqualTo(new Word("0.0", 4, false));
  }
}
