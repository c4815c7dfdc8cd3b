package org.basin.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;

/**
 * Checks the size of a resolved file: its depth, its values, and the letters and signs of each
 * text.
 */
final class Extent {

  private final Limits limits;
  private final Problems problems;
  private long values;

  Extent(Limits limits, Problems problems) {
    this.limits = limits;
    this.problems = problems;
  }

  /** Reports everything that is too large to {@code problems}. */
  void check(ConfigObject root) {
    walk("", root, 0, false);
  }

  private void walk(String key, ConfigValue value, int depth, boolean inClaims) {
    if (!problems.isEmpty()) {
      return;
    }
    if (depth > limits.depth()) {
      tell(value, limits.depth(), "levels of sections and lists in one another", "depth");
    } else if (++values > limits.values()) {
      tell(value, limits.values(), "values", "values");
    } else if (value instanceof ConfigObject object) {
      object.forEach(
          (name, inner) -> walk(name, inner, depth + 1, inClaims || name.equals(ClaimReader.KEY)));
    } else if (value instanceof ConfigList list) {
      list.forEach(inner -> walk(key, inner, depth + 1, inClaims));
    } else if (value.unwrapped() instanceof String text) {
      text(key, text, value, inClaims);
    }
  }

  private void text(String key, String text, ConfigValue value, boolean inClaims) {
    int most = inClaims ? limits.queryLetters() : limits.textLetters();
    if (text.length() > most) {
      String limit = inClaims ? "query-letters" : "text-letters";
      tell(value, most, "letters in the text of " + key, limit);
    } else if (!inClaims && text.chars().filter(Extent::isSign).count() > limits.operations()) {
      tell(value, limits.operations(), "operations in the text of " + key, "operations");
    }
  }

  private static boolean isSign(int c) {
    return c != '_' && c != '.' && !Character.isLetterOrDigit(c) && !Character.isWhitespace(c);
  }

  private void tell(ConfigValue value, int most, String what, String limit) {
    problems.add(value.origin(), Limits.beyond(most, what, limit));
  }
}
