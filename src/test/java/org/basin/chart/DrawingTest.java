package org.basin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
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
