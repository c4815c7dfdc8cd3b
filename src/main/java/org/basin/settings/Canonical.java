package org.basin.settings;

import java.util.List;

/**
 * Writes a value in its canonical form, which is used for hashes and for display: longs in decimal,
 * doubles in their shortest form that reads back ({@link Double#toString}), text in quotes, lists
 * in brackets.
 */
final class Canonical {

  private Canonical() {}

  static void append(StringBuilder text, Object value) {
    if (value instanceof Double real) {
      // 0.0 and -0.0 have different bits but are the same value.
      text.append(real == 0 ? "0.0" : Double.toString(real));
    } else if (value instanceof Long || value instanceof Boolean) {
      text.append(value);
    } else if (value instanceof String string) {
      quote(text, string);
    } else if (value instanceof List<?> list) {
      text.append('[');
      for (int i = 0; i < list.size(); i++) {
        if (i > 0) {
          text.append(',');
        }
        append(text, list.get(i));
      }
      text.append(']');
    } else if (value instanceof Settings settings) {
      text.append('{').append(settings.canonical().replace('\n', ';')).append('}');
    } else {
      throw new IllegalArgumentException("not a setting's value: " + value.getClass());
    }
  }

  private static void quote(StringBuilder text, String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
    text.append('"');
  }
}
