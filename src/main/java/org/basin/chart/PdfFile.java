package org.basin.chart;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.fop.configuration.ConfigurationException;
import org.apache.fop.configuration.DefaultConfigurationBuilder;
import org.apache.fop.svg.PDFTranscoder;

/** Turns a chart's SVG into PDF. Text stays text, and its font is in the file. */
public final class PdfFile {

  private static final String FONTS =
      "<fop version='1.0'><fonts><font embed-url='%1$s'>"
          + "<font-triplet name='%2$s' style='normal' weight='normal'/>"
          + "<font-triplet name='%2$s' style='normal' weight='bold'/>"
          + "</font></fonts></fop>";

  private PdfFile() {}

  /**
   * Writes the document.
   *
   * @throws IOException if {@code out} cannot be written
   */
  public static void write(String svg, OutputStream out) throws IOException {
    String fonts = FONTS.formatted(ChartFont.resource(), ChartFont.FAMILY);
    try {
      PDFTranscoder transcoder = new PDFTranscoder();
      transcoder.configure(
          new DefaultConfigurationBuilder()
              .build(new ByteArrayInputStream(fonts.getBytes(StandardCharsets.UTF_8))));
      transcoder.transcode(input(svg), new TranscoderOutput(out));
    } catch (ConfigurationException | TranscoderException e) {
      throw new IOException(e);
    }
  }

  /** Names the document, because relative references are resolved against its name. */
  static TranscoderInput input(String svg) {
    TranscoderInput input = new TranscoderInput(new StringReader(svg));
    input.setURI("file:///chart.svg");
    return input;
  }
}
