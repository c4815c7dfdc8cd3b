package org.basin.cli.fetch;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One jar of Spark, as the archive's list names it.
 *
 * @param sha256 the checksum of its bytes, in 64 hexadecimal digits
 * @param path where it stands in a Maven repository, such as {@code
 *     org/apache/spark/spark-core_2.13/4.2.0/spark-core_2.13-4.2.0.jar}
 */
record ListedJar(String sha256, String path) {

  /** As {@code sha256sum} writes it. No part of a path is {@code ..} or empty. */
  private static final Pattern LINE =
      Pattern.compile("([0-9a-f]{64})  ((?:[A-Za-z0-9][\\w.+-]*/)+[A-Za-z0-9][\\w.+-]*\\.jar)");

  /**
   * Reads a list, a jar a line.
   *
   * @throws IllegalArgumentException if a line is none
   */
  static List<ListedJar> read(List<String> lines) {
    return lines.stream().map(ListedJar::of).toList();
  }

  private static ListedJar of(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a checksum and a jar: " + line);
    }
    return new ListedJar(matcher.group(1), matcher.group(2));
  }

  /** Returns the name of the file. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
