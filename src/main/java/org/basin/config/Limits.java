package org.basin.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigResolveOptions;

/**
 * The limits on the size of a sweep file. They bound the work of reading any file. They stand at
 * {@code basin.limits} in {@code reference.conf}, each with its reason. A sweep file cannot change
 * them.
 *
 * @param fileBytes the max number of bytes of a sweep file, and of each file that it includes
 * @param includes the max number of included files
 * @param includeDepth the max depth of files that include one another
 * @param depth the max depth of nested sections and lists
 * @param sections the max number of sections in a file, each of which may extend another
 * @param values the max number of values after substitution
 * @param variants the max number of variants in a file
 * @param substitutions the max number of {@code ${…}}, and the max depth of those that refer to one
 *     another
 * @param letters the approximate max number of letters of the whole file after substitution
 * @param textLetters the max number of letters of one text
 * @param queryLetters the max number of letters of a claim's query
 * @param operations the max number of signs in one text other than a query; it bounds the
 *     operations of an expression
 * @param trials the max number of trials of a sweep
 * @param judgedPoints the max number of points that {@code where} may have to judge
 */
record Limits(
    int fileBytes,
    int includes,
    int includeDepth,
    int depth,
    int sections,
    int values,
    int variants,
    int substitutions,
    int letters,
    int textLetters,
    int queryLetters,
    int operations,
    long trials,
    long judgedPoints) {

  /** The path of the limits, for messages. */
  static final String PATH = "basin.limits";

  /** The section as it stands in {@code reference.conf}. */
  static Config reference() {
    return ConfigFactory.parseResources(Limits.class.getClassLoader(), "reference.conf")
        .withOnlyPath(PATH)
        .resolve(ConfigResolveOptions.noSystem())
        .getConfig(PATH);
  }

  static Limits load() {
    Config limits = reference();
    return new Limits(
        Math.toIntExact(limits.getBytes("file-bytes")),
        limits.getInt("includes"),
        limits.getInt("include-depth"),
        limits.getInt("depth"),
        limits.getInt("sections"),
        limits.getInt("values"),
        limits.getInt("variants"),
        limits.getInt("substitutions"),
        Math.toIntExact(limits.getBytes("letters")),
        limits.getInt("text-letters"),
        limits.getInt("query-letters"),
        limits.getInt("operations"),
        limits.getLong("trials"),
        limits.getLong("judged-points"));
  }

  /** Returns the message for something larger than a limit: {@code has more than 50 levels …}. */
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

  /**
   * Returns the limits for text that Basin wrote itself, which holds every default and each value
   * on a line of its own.
   */
  Limits forRecorded() {
    return new Limits(
        Math.multiplyExact(2, letters),
        0,
        0,
        depth,
        sections,
        values,
        0,
        0,
        Math.multiplyExact(2, letters),
        textLetters,
        queryLetters,
        operations,
        trials,
        judgedPoints);
  }
}
