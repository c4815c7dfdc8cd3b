package org.basin.cli.text;

/** The first line of a message, for a place that has room for one. */
public final class FirstLine {
  private static final int LONGEST = 500;

  private FirstLine() {}

  /** Returns the first line of {@code text}, cut where it is too long; empty for null. */
  public static String of(String text) {
    String line = text == null ? "" : text.strip().lines().findFirst().orElse("");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
