package org.basin.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigResolveOptions;

/**
 * How large a sweep may be written, so that reading any file is bounded work. They stand at {@code
 * basin.limits} in {@code reference.conf}, each with its reason; no file changes them.
 *
 * @param fileBytes of a sweep file, and of each file it includes
 * @param includes how many files are included
 * @param includeDepth how deep includes stand in one another
 * @param depth how deep sections and lists stand in one another
 * @param sections how many sections a file writes; each may be a piece of another
 * @param values how many values the file has after substitution
 * @param substitutions how many {@code ${…}} it has, and how deep they refer to one another
 * @param letters of the whole file after substitution, about
 * @param textLetters of one text
 * @param queryLetters of the query of a claim
 * @param operations signs in one text but for a query's: none is an expression of more operations
 * @param trials of a sweep
 * @param judgedPoints of which {@code where} may have to choose
 */
record Limits(
    int fileBytes,
    int includes,
    int includeDepth,
    int depth,
    int sections,
    int values,
    int substitutions,
    int letters,
    int textLetters,
    int queryLetters,
    int operations,
    long trials,
    long judgedPoints) {

  /** Where they stand, for messages. */
  static final String PATH = "basin.limits";

  static Limits load() {
    Config limits =
        ConfigFactory.parseResources(Limits.class.getClassLoader(), "reference.conf")
            .withOnlyPath(PATH)
            .resolve(ConfigResolveOptions.noSystem())
            .getConfig(PATH);
    return new Limits(
        Math.toIntExact(limits.getBytes("file-bytes")),
        limits.getInt("includes"),
        limits.getInt("include-depth"),
        limits.getInt("depth"),
        limits.getInt("sections"),
        limits.getInt("values"),
        limits.getInt("substitutions"),
        Math.toIntExact(limits.getBytes("letters")),
        limits.getInt("text-letters"),
        limits.getInt("query-letters"),
        limits.getInt("operations"),
        limits.getLong("trials"),
        limits.getLong("judged-points"));
  }

  /** What to say of something larger than a limit: {@code has more than 50 levels …}. */
  static String beyond(long most, String what, String limit) {
    return "has more than "
        + most
        + " "
        + what
        + ", the most there may be ("
        + PATH
        + "."
        + limit
        + ")";
  }

  /** For what Basin wrote itself, with every default and a line for each value. */
  Limits forRecorded() {
    return new Limits(
        Math.multiplyExact(2, letters),
        0,
        0,
        depth,
        sections,
        values,
        0,
        Math.multiplyExact(2, letters),
        textLetters,
        queryLetters,
        operations,
        trials,
        judgedPoints);
  }
}
