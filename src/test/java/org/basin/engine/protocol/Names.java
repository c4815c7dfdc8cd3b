package org.basin.engine.protocol;

import java.util.regex.Pattern;

/** Takes chance out of names, so that the same steps lead to the same state. */
final class Names {

  private static final Pattern CHANCE =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final int LENGTH = 36;

  private Names() {}

  /** The text with a sign in place of each random identifier. */
  static String withoutChance(String text) {
    return withoutChance(text, "@");
  }

  /** The text with {@code sign} in place of each random identifier. */
  static String withoutChance(String text, String sign) {
    return text.length() < LENGTH ? text : CHANCE.matcher(text).replaceAll(sign);
  }
}
