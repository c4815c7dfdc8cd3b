package org.basin.engine.progress;

import java.util.Map;
import org.basin.train.Verdict;

/**
 * How a terminal shows things.
 *
 * @param isColoured whether it may get the codes for colours
 */
record Style(boolean isColoured) {

  private static final String FULL = "━";
  private static final String HALF = "╸";
  private static final String EMPTY = "─";

  private static final String GREEN = "\033[32m";
  private static final String RED = "\033[31m";
  private static final String YELLOW = "\033[33m";
  private static final String DIM = "\033[2m";
  private static final String PLAIN = "\033[0m";

  private static final Map<Verdict, String> COLOURS =
      Map.of(
          Verdict.CONVERGED, GREEN,
          Verdict.DIVERGED, YELLOW,
          Verdict.FAILED, RED,
          Verdict.TIMED_OUT, YELLOW);

  /**
   * Returns a bar of {@code width} characters.
   *
   * @param share how much of it is full, from 0 to 1
   */
  String bar(double share, int width) {
    int halves = (int) Math.floor(2 * width * Math.max(0, Math.min(1, share)));
    int full = halves / 2;
    int half = halves % 2;
    return FULL.repeat(full) + HALF.repeat(half) + EMPTY.repeat(width - full - half);
  }

  /** Returns a bar in colour. */
  String coloured(String bar, double share) {
    if (!isColoured) {
      return bar;
    }
    int end = share >= 1 ? bar.length() : Math.max(0, bar.indexOf(EMPTY));
    return GREEN + bar.substring(0, end) + PLAIN + DIM + bar.substring(end) + PLAIN;
  }

  /** Returns the text of verdicts in colour. */
  String verdicts(String text) {
    String coloured = text;
    if (isColoured) {
      for (Map.Entry<Verdict, String> each : COLOURS.entrySet()) {
        String name = each.getKey().text();
        coloured = coloured.replace(name, each.getValue() + name + PLAIN);
      }
    }
    return coloured;
  }
}
