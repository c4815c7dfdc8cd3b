package org.basin.data;

import java.util.List;
import java.util.Locale;
import org.basin.settings.Key;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/** The smooth functions that concept classes are made of. */
enum SmoothFunction {
  SIN,
  COS,
  EXP,
  TANH;

  double at(double x) {
    return switch (this) {
      case SIN -> Math.sin(x);
      case COS -> Math.cos(x);
      case EXP -> Math.exp(x);
      case TANH -> Math.tanh(x);
    };
  }

  /** A key that lists functions. Term i uses the i-th function, and the list repeats. */
  static Key key(String name, String symbol) {
    return Key.texts(name, symbol + ": sin, cos, exp or tanh for each term; the list repeats");
  }

  /**
   * The functions that the key {@code key} of {@code section} lists.
   *
   * @throws SpecException if there is none, or one is unknown
   */
  static SmoothFunction[] read(Section section, String key) {
    List<String> names = section.texts(key);
    if (names.isEmpty()) {
      throw new SpecException(section.path() + "." + key, "is empty, must name a function");
    }
    return names.stream().map(name -> of(section, key, name)).toArray(SmoothFunction[]::new);
  }

  private static SmoothFunction of(Section section, String key, String name) {
    for (SmoothFunction function : values()) {
      if (function.name().toLowerCase(Locale.ROOT).equals(name)) {
        return function;
      }
    }
    throw new SpecException(
        section.path() + "." + key, "has " + name + ", must be of sin, cos, exp, tanh");
  }
}
