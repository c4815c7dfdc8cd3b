package org.basin.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Converts values to their keys' types, and describes illegal values. */
final class Typing {

  /** 2^63, the smallest double above every long. */
  private static final double LONG_END = 0x1p63;

  private static final int SHOWN_LETTERS = 60;

  private Typing() {}

  /**
   * The typed value for {@code key}, which is not a component's; null after it has reported an
   * illegal value.
   */
  static Object typed(Key key, String path, Object value, Consumer<Problem> problems) {
    Object typed =
        switch (key.type()) {
          case BOOLEAN -> value instanceof Boolean ? value : null;
          case INTEGER -> whole(key.range(), value);
          case REAL -> real(key.range(), value);
          case TEXT -> text(key.range(), value);
          case FILE, FOLDER -> path(value);
          case REALS -> reals(key.range(), value);
          case TEXTS -> texts(key.range(), value);
          case NAMED_REALS -> null; // Each is typed by itself.
          case COMPONENT, COMPONENTS -> throw new IllegalArgumentException(path + " is a section");
        };
    if (typed == null) {
      String near =
          key.type() == Key.Type.TEXT && value instanceof String text
              ? Nearest.to(text, key.range().options())
                  .map(x -> "; did you mean " + x + "?")
                  .orElse("")
              : "";
      String message = "is " + shown(value) + ", must be " + wanted(key) + near;
      problems.accept(new Problem(path, Problem.Kind.ILLEGAL, message));
    }
    return typed;
  }

  /** A legal value in words, such as {@code a whole number >= 1}. */
  static String wanted(Key key) {
    return switch (key.type()) {
      case BOOLEAN -> "true or false";
      case INTEGER -> number("a whole number", key.range());
      case REAL -> number("a number", key.range());
      case TEXT -> key.range().options().isEmpty() ? "a text" : key.range().toString();
      case FILE -> "the path of a file";
      case FOLDER -> "the path of a folder";
      case REALS -> "a list of numbers" + each(key.range()) + ", or a list of such lists";
      case TEXTS -> "a list of texts" + each(key.range());
      case NAMED_REALS -> "a section of numbers by name" + each(key.range());
      case COMPONENT -> "a " + key.slot() + " section or name";
      case COMPONENTS -> "a list of " + key.slot() + " sections or names";
    };
  }

  /** A value as errors show it, shortened. */
  static String shown(Object value) {
    StringBuilder text = new StringBuilder();
    Canonical.append(text, value);
    return text.length() <= SHOWN_LETTERS
        ? text.toString()
        : text.substring(0, SHOWN_LETTERS) + "…";
  }

  private static String number(String what, Range range) {
    if (range.equals(Range.ANY)) {
      return what.equals("a number") ? "a finite number" : what;
    }
    return what + " " + range;
  }

  private static String each(Range range) {
    return range.equals(Range.ANY) ? "" : ", each " + range;
  }

  private static Long whole(Range range, Object value) {
    Long whole = null;
    if (value instanceof Long exact) {
      whole = exact;
    } else if (value instanceof Double x && x == Math.rint(x) && x >= -LONG_END && x < LONG_END) {
      whole = x.longValue();
    }
    return whole != null && range.contains(whole) ? whole : null;
  }

  private static Double real(Range range, Object value) {
    if (!(value instanceof Long || value instanceof Double)) {
      return null;
    }
    // Adding zero turns -0.0 into 0.0, so that both spellings give one trial.
    double x = ((Number) value).doubleValue() + 0.0;
    return Double.isFinite(x) && range.contains(x) ? (Double) x : null;
  }

  private static String text(Range range, Object value) {
    return value instanceof String text && range.contains(text) ? text : null;
  }

  private static String path(Object value) {
    try {
      boolean legal = value instanceof String text && !Path.of(text).toString().isBlank();
      return legal ? (String) value : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static List<Object> reals(Range range, Object value) {
    if (!(value instanceof List<?> list)) {
      return null;
    }
    List<Object> typed = new ArrayList<>();
    boolean rows = !list.isEmpty() && list.get(0) instanceof List<?>;
    for (Object each : list) {
      Object one = rows ? row(range, each) : real(range, each);
      if (one == null) {
        return null;
      }
      typed.add(one);
    }
    return typed;
  }

  private static List<Object> row(Range range, Object value) {
    boolean nested =
        value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof List;
    return nested ? null : reals(range, value);
  }

  private static List<Object> texts(Range range, Object value) {
    if (!(value instanceof List<?> list)) {
      return null;
    }
    List<Object> typed = new ArrayList<>();
    for (Object each : list) {
      String text = text(range, each);
      if (text == null) {
        return null;
      }
      typed.add(text);
    }
    return typed;
  }
}
