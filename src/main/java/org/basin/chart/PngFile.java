package org.basin.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.apache.batik.transcoder.image.PNGTranscoder;

/** Turns a chart's SVG into PNG, on white. */
public final class PngFile {

  private PngFile() {}

  /**
   * Writes the picture.
   *
   * @param width in pixels
   * @throws IOException if {@code out} cannot be written
   */
  public static void write(String svg, int width, OutputStream out) throws IOException {
    try (InputStream font = ChartFont.resource().openStream()) {
      GraphicsEnvironment.getLocalGraphicsEnvironment()
          .registerFont(Font.createFont(Font.TRUETYPE_FONT, font));
      PNGTranscoder transcoder = new PNGTranscoder();
      transcoder.addTranscodingHint(ImageTranscoder.KEY_WIDTH, (float) width);
      transcoder.addTranscodingHint(ImageTranscoder.KEY_BACKGROUND_COLOR, Color.WHITE);
      transcoder.transcode(PdfFile.input(svg), new TranscoderOutput(out));
    } catch (FontFormatException | TranscoderException e) {
      throw new IOException(e);
    }
  }
}
