package org.basin.cli.text;

import java.lang.Character.UnicodeScript;

/**
 * Computes how many columns of a terminal a text fills. Wide East Asian letters and emoji fill two.
 */
public final class DisplayWidth {
  private DisplayWidth() {}

  public static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  private static int of(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  private static boolean isWide(int codePoint) {
    if (codePoint < 0x1100) {
      return false;
    }
    boolean isEmoji = codePoint >= 0x1F300 && codePoint <= 0x1FAFF;
    boolean isFullWidth = codePoint >= 0xFF01 && codePoint <= 0xFF60;
    boolean isCjkPunctuation = codePoint >= 0x3000 && codePoint <= 0x303E;
    UnicodeScript script = UnicodeScript.of(codePoint);
    return isEmoji
        || isFullWidth
        || isCjkPunctuation
        || script == UnicodeScript.HAN
        || script == UnicodeScript.HANGUL
        || script == UnicodeScript.HIRAGANA
        || (script == UnicodeScript.KATAKANA && codePoint < 0xFF00);
  }
}
