package org.basin.documents;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a page shows of a command's output, beside what the command prints. They are the same to the
 * letter, but for what differs from run to run and from machine to machine, which stands in {@link
 * #VARIES} and nowhere else. A line {@code …} stands for any number of lines.
 */
final class ShownOutput {

  /** What may differ, and what is compared in its place. */
  private static final Map<Pattern, String> VARIES =
      Map.of(
          // How long it took, and how long it will.
          Pattern.compile("(?<![\\w.])\\d[\\d.,]* (?:ms|s|min|h)(?= on | in |;|\\.?$|, )"), "TIME",
          Pattern.compile("in \\d[\\d.,]* (?:ms|s|min|h)\\b"), "in TIME",
          // When.
          Pattern.compile(
                  "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d)?(?:\\.\\d+)?(?:Z| UTC)"),
              "WHEN",
          // The name of a publication or run: its time and a random part.
          Pattern.compile("\\d{8}T\\d{9}-[0-9a-f]{6}"), "RUN");

  private static final String LEFT_OUT = "…";

  private ShownOutput() {}

  /** Returns whether the page shows what was printed. */
  static boolean isOf(String shown, String printed) {
    return matches(lines(shown), lines(printed));
  }

  /** Returns the text with what varies replaced. */
  static String constant(String text) {
    String constant = text;
    for (Map.Entry<Pattern, String> each : VARIES.entrySet()) {
      constant = each.getKey().matcher(constant).replaceAll(each.getValue());
    }
    return constant;
  }

  private static List<String> lines(String text) {
    return text.strip().lines().map(line -> constant(line.stripTrailing())).toList();
  }

  private static boolean matches(List<String> shown, List<String> printed) {
    if (shown.isEmpty()) {
      return printed.isEmpty();
    }
    List<String> rest = shown.subList(1, shown.size());
    if (shown.get(0).strip().equals(LEFT_OUT)) {
      for (int skipped = 0; skipped <= printed.size(); skipped++) {
        if (matches(rest, printed.subList(skipped, printed.size()))) {
          return true;
        }
      }
      return false;
    }
    return !printed.isEmpty()
        && shown.get(0).equals(printed.get(0))
        && matches(rest, printed.subList(1, printed.size()));
  }
}
