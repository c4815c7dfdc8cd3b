package org.basin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What is drawn is whole: SVG, and the PDF and PNG made of it. */
class DrawingTest {

  private static Drawing drawing;

  @BeforeAll
  static void open() {
    drawing = new Drawing();
  }

  @AfterAll
  static void close() {
    drawing.close();
  }

  @Test
  void everyMark_isDrawn() throws Exception {
    for (Chart chart : List.of(SampleCharts.lines(), SampleCharts.cells())) {
      for (Theme theme : Theme.values()) {
        Document svg = DrawnText.parse(drawing.svg(chart, theme, 640));
        assertThat(svg.getDocumentElement().getAttribute("viewBox")).startsWith("0 0 640 ");
        assertThat(svg.getElementsByTagName("path").getLength()).isGreaterThan(5);
        assertThat(svg.getDocumentElement().getTextContent()).doesNotContain("NaN", "undefined");
      }
    }
  }

  /** As shapes, so many cells would be a megabyte and more. */
  @Test
  void manyCells_areOnePicture_inEveryFormat() throws Exception {
    String svg = drawing.svg(SampleCharts.map(), Theme.LIGHT, 640);
    assertThat(svg.length()).isLessThan(100_000);
    assertThat(DrawnText.of(svg).toString())
        .contains("0.001", "1", "1,000")
        .doesNotContain("0.00109");
    Matcher picture = Pattern.compile("<image [^>]*base64,([^\"]+)\"").matcher(svg);
    assertThat(picture.find()).isTrue();
    BufferedImage cells =
        ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(picture.group(1))));
    int wide = cells.getWidth() / 150;
    int bottom = cells.getHeight() - 1;
    assertThat(cells.getWidth()).isEqualTo(150 * wide).isGreaterThanOrEqualTo(1024);
    assertThat(cells.getRGB(0, bottom) >>> 24).as("no number, no colour").isZero();
    assertThat(cells.getRGB(0, 0)).isEqualTo(0xFF440154);
    assertThat(cells.getRGB(wide, bottom)).isEqualTo(cells.getRGB(wide, 0));
    assertThat(green(cells.getRGB(149 * wide, 0))).isGreaterThan(green(cells.getRGB(0, 0)));

    ByteArrayOutputStream png = new ByteArrayOutputStream();
    PngFile.write(svg, 640, png);
    BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
    int yellow = 0;
    for (int x = 0; x < 640; x++) {
      yellow +=
          green(drawn.getRGB(x, drawn.getHeight() / 3)) > 200
                  && isDull(drawn.getRGB(x, drawn.getHeight() / 3))
              ? 1
              : 0;
    }
    assertThat(yellow).as("pixels of high numbers in a row").isGreaterThan(40);
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    PdfFile.write(svg, pdf);
    assertThat(pdf.toString(StandardCharsets.ISO_8859_1)).contains("/Image");
  }

  private static int green(int colour) {
    return colour >> 8 & 0xFF;
  }

  /** Whether a colour is no white. */
  private static boolean isDull(int colour) {
    return (colour & 0xFF) < 100;
  }

  @Test
  void words_areInThePicture() throws Exception {
    String words = DrawnText.of(drawing.svg(SampleCharts.lines(), Theme.LIGHT, 640)).toString();
    assertThat(words)
        .contains("A title", "step", "loss", "init.std", "model.width = 20", "model.width = 200")
        .contains("0.01", "law");
  }

  @Test
  void caption_isWrappedBelowTheChart() throws Exception {
    String caption = SampleCharts.lines().caption();
    assertThat(DrawnText.of(drawing.svg(SampleCharts.lines(), Theme.LIGHT, 640))).contains(caption);
    List<String> narrow = DrawnText.of(drawing.svg(SampleCharts.lines(), Theme.LIGHT, 320));
    assertThat(narrow).doesNotContain(caption);
    assertThat(String.join(" ", narrow)).contains(caption);
  }

  @Test
  void text_staysInsideThePicture() throws Exception {
    for (Chart chart : List.of(SampleCharts.lines(), SampleCharts.cells())) {
      for (int width : new int[] {320, 640, 1200}) {
        DrawnText.staysInside(drawing.svg(chart, Theme.LIGHT, width), width);
      }
    }
  }

  @Test
  void panels_haveTheirOwnRange_ifTheyDoNotShareOne() throws Exception {
    List<String> own = DrawnText.of(drawing.svg(SampleCharts.quantities(false), Theme.LIGHT, 640));
    assertThat(own).contains("2", "4", "2,000", "4,000");
    assertThat(own.stream().filter("4,000"::equals)).hasSize(1);
    List<String> shared =
        DrawnText.of(drawing.svg(SampleCharts.quantities(true), Theme.LIGHT, 640));
    assertThat(shared.stream().filter("4,000"::equals)).hasSize(2);
  }

  @Test
  void sameChart_isDrawnTheSame() {
    String first = drawing.svg(SampleCharts.lines(), Theme.LIGHT, 500);
    drawing.svg(SampleCharts.cells(), Theme.DARK, 500);
    assertThat(drawing.svg(SampleCharts.lines(), Theme.LIGHT, 500)).isEqualTo(first);
  }

  @Test
  void markup_isText() throws Exception {
    Chart odd =
        new Chart(
            "odd",
            "a < b & \"c\" </text><script>",
            "",
            "",
            Scale.of("x", false),
            Scale.of("y", false),
            Optional.empty(),
            List.of(new Panel("", List.of())),
            0);
    String svg = drawing.svg(odd, Theme.LIGHT, 640);
    assertThat(DrawnText.parse(svg).getElementsByTagName("script").getLength()).isZero();
    assertThat(DrawnText.of(svg)).contains("a < b & \"c\" </text><script>");
  }

  @Test
  void pdf_holdsItsFontAndItsText() throws Exception {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    PdfFile.write(drawing.svg(SampleCharts.lines(), Theme.LIGHT, 640), pdf);
    assertThat(DrawnText.ofPdf(pdf.toByteArray())).contains("A title", "model.width = 200");
  }

  @Test
  void png_hasItsWidthAndInk() throws Exception {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    PngFile.write(drawing.svg(SampleCharts.cells(), Theme.LIGHT, 640), 1280, png);
    var image = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
    assertThat(image.getWidth()).isEqualTo(1280);
    long ink = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        ink += image.getRGB(x, y) == -1 ? 0 : 1;
      }
    }
    assertThat(ink).isGreaterThan(image.getWidth() * (long) image.getHeight() / 20);
  }
}
