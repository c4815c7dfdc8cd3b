package org.basin.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The font of all pictures: Liberation Sans, whose letters are exactly as wide as Arial's. So a
 * browser that has one of the two places a text where it was placed here.
 */
final class ChartFont {

  static final String FAMILY = "Liberation Sans";

  private final TrueTypeFont font;
  private final CmapLookup glyphs;

  /** Loads the font from the jar. */
  ChartFont() {
    try (InputStream bytes = resource().openStream()) {
      font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
      glyphs = font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns where the font's file is. */
  static URL resource() {
    return ChartFont.class.getResource("LiberationSans-Regular.ttf");
  }

  /** Returns the width of a text in the unit of {@code size}, the height of the font. */
  double width(String text, double size) {
    try {
      long units = 0;
      for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
        units += font.getAdvanceWidth(glyphs.getGlyphId(text.codePointAt(i)));
      }
      return units * size / font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
