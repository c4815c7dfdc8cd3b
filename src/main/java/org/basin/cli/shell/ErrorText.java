package org.basin.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.basin.cli.text.DisplayWidth;
import org.basin.cli.text.Paragraph;

/** Shows what is wrong with a query, and a mark below the place where it is. */
final class ErrorText {
  private static final Pattern PLACE = Pattern.compile(" \\(line (\\d+), position (\\d+)\\)$");
  private static final String INDENT = "  ";

  private ErrorText() {}

  /**
   * Returns the lines of {@code message}, and if it names a place in {@code query}, the line of the
   * query with the mark.
   */
  static List<String> lines(String message, String query, int width) {
    Matcher place = PLACE.matcher(message);
    List<String> source = query.lines().toList();
    if (!place.find() || Integer.parseInt(place.group(1)) > source.size()) {
      return Paragraph.lines("", "basin: " + message, width);
    }
    String line = source.get(Integer.parseInt(place.group(1)) - 1);
    int position = Math.min(Integer.parseInt(place.group(2)), line.length());
    List<String> lines =
        new ArrayList<>(
            Paragraph.lines("", "basin: " + message.substring(0, place.start()), width));
    // A long line is shown from where the mark is within the width.
    int room = Math.max(1, width - INDENT.length() - 1);
    int from = DisplayWidth.of(line.substring(0, position)) < room ? 0 : position - room / 2;
    String shown = line.substring(from).replace('\t', ' ');
    while (DisplayWidth.of(shown) > room) {
      shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), -1));
    }
    lines.add(INDENT + shown);
    String before = line.substring(from, position);
    lines.add(INDENT + " ".repeat(DisplayWidth.of(before)) + "^");
    return lines;
  }
}
