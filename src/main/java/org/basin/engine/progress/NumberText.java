package org.basin.engine.progress;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.basin.train.Verdict;

/** How the numbers of a run's progress are written to a person. */
final class NumberText {

  private static final String[] THOUSANDS = {"", "k", "M", "G", "T", "P", "E"};

  private NumberText() {}

  /** Returns a whole number with groups of three digits. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Returns four digits of a large number, such as {@code 12.34M}, so that a counter moves. */
  static String steps(long steps) {
    if (steps < 10_000) {
      return count(steps) + (steps == 1 ? " step" : " steps");
    }
    int power = 0;
    double value = (double) steps;
    while (value >= 999.95 && power < THOUSANDS.length - 1) {
      value /= 1000;
      power++;
    }
    int digits = value < 9.9995 ? 3 : value < 99.995 ? 2 : 1;
    return String.format(Locale.ROOT, "%." + digits + "f%s steps", value, THOUSANDS[power]);
  }

  /** Returns a rate in the unit in which it is at least 1, such as {@code 412/s}. */
  static String rate(double perSecond) {
    if (perSecond >= 0.995) {
      return rounded(perSecond) + "/s";
    }
    double perMinute = 60 * perSecond;
    return perMinute >= 0.995 ? rounded(perMinute) + "/min" : rounded(60 * perMinute) + "/h";
  }

  private static String rounded(double value) {
    return value < 9.95
        ? String.format(Locale.ROOT, "%.1f", value)
        : String.format(Locale.ROOT, "%,.0f", value);
  }

  /** Returns {@code 12 s}, {@code 3 min 20 s}, {@code 2 h 05 min} or {@code 3 d 04 h}. */
  static String time(double seconds) {
    long s = Math.round(seconds);
    if (s < 60) {
      return s + " s";
    } else if (s < 3600) {
      return s / 60 + " min " + String.format(Locale.ROOT, "%02d s", s % 60);
    } else if (s < 86_400) {
      return s / 3600 + " h " + String.format(Locale.ROOT, "%02d min", s / 60 % 60);
    }
    return s / 86_400 + " d " + String.format(Locale.ROOT, "%02d h", s / 3600 % 24);
  }

  /** Returns counts such as {@code converged 400, diverged 20}; empty if nothing has ended. */
  static String verdicts(Map<Verdict, Long> verdicts) {
    return verdicts.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .map(each -> each.getKey().text() + " " + count(each.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** Returns {@code 3 executors}, or {@code 2 cores} if the driver itself trains. */
  static String machines(ProgressState state, boolean isLocal) {
    int count = isLocal ? state.cores() : state.executors();
    return count + (isLocal ? " core" : " executor") + (count == 1 ? "" : "s");
  }
}
