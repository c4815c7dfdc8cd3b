package org.basin.config;

import com.typesafe.config.Config;

/**
 * How much of what is wrong with a file is told. They stand at {@code basin.limits.told} in {@code
 * reference.conf}, each with its reason; no file changes them.
 *
 * @param problems the max number that are told
 * @param problemsKept the max number that are kept to be put in order; the rest is only counted
 * @param wordLetters the max length of a word without spaces
 * @param lineLetters the max length of a line
 */
record ToldLimits(int problems, int problemsKept, int wordLetters, int lineLetters) {

  static final ToldLimits REFERENCE = load();

  private static ToldLimits load() {
    Config told = Limits.reference().getConfig("told");
    return new ToldLimits(
        told.getInt("problems"),
        told.getInt("problems-kept"),
        told.getInt("word-letters"),
        told.getInt("line-letters"));
  }
}
