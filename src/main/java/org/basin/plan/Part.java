package org.basin.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several disjoint parts of a sweep, which can be trained at the same time.
 *
 * @param number from 1 to {@code count}
 * @param count the number of parts; &ge; 1
 */
public record Part(int number, int count) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  public Part {
    if (number < 1 || number > count) {
      throw new IllegalArgumentException(
          number + "/" + count + " is no part, must be I/N with I from 1 to N, such as 1/3");
    }
  }

  /**
   * Reads a part such as {@code 2/3}.
   *
   * @throws IllegalArgumentException if the text is something else; the message says what is right
   */
  public static Part parse(String text) {
    Matcher found = TEXT.matcher(text);
    if (!found.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no part, must be I/N with I from 1 to N, such as 1/3");
    }
    return new Part(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
  }

  /** The name of the part in names of files. */
  public String word() {
    return number + "of" + count;
  }

  @Override
  public String toString() {
    return number + "/" + count;
  }
}
