package org.basin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What is drawn is whole: SVG, and the PDF and PNG made of it. */
class DrawingTest {

  private static final Pattern PLACE =
      Pattern.compile("translate\\(\\s*(-?[\\d.]+)[ ,]+(-?[\\d.]+)\\s*\\)");
  private static final double SIZE = 12;

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
        Document svg = parse(drawing.svg(chart, theme, 640));
        assertThat(svg.getDocumentElement().getAttribute("viewBox")).startsWith("0 0 640 ");
        assertThat(svg.getElementsByTagName("path").getLength()).isGreaterThan(5);
        assertThat(svg.getDocumentElement().getTextContent()).doesNotContain("NaN", "undefined");
      }
    }
  }

  @Test
  void words_areInThePicture() throws Exception {
    String words = texts(drawing.svg(SampleCharts.lines(), Theme.LIGHT, 640)).toString();
    assertThat(words)
        .contains("A title", "step", "loss", "init.std", "model.width = 20", "model.width = 200")
        .contains("0.01", "law");
  }

  @Test
  void text_staysInsideThePicture() throws Exception {
    for (Chart chart : List.of(SampleCharts.lines(), SampleCharts.cells())) {
      for (int width : new int[] {320, 640, 1200}) {
        String svg = drawing.svg(chart, Theme.LIGHT, width);
        Element root = parse(svg).getDocumentElement();
        double height = Double.parseDouble(root.getAttribute("viewBox").split(" ", -1)[3]);
        NodeList texts = root.getElementsByTagName("text");
        ChartFont font = new ChartFont();
        for (int i = 0; i < texts.getLength(); i++) {
          Element text = (Element) texts.item(i);
          double[] at = place(text);
          double length = font.width(text.getTextContent(), SIZE);
          String anchor = text.getAttribute("text-anchor");
          double left =
              at[0] - ("middle".equals(anchor) ? length / 2 : "end".equals(anchor) ? length : 0);
          if (!text.getAttribute("transform").contains("rotate") && !turned(text)) {
            assertThat(left).as(text.getTextContent() + " at " + width).isGreaterThan(-1);
            assertThat(left + length)
                .as(text.getTextContent() + " at " + width)
                .isLessThan(width + 1);
          }
          assertThat(at[1]).as(text.getTextContent()).isBetween(0.0, height);
        }
      }
    }
  }

  private static boolean turned(Element text) {
    return text.getAttribute("transform").startsWith("matrix(0");
  }

  private static double[] place(Element text) {
    Matcher place = PLACE.matcher(text.getAttribute("transform"));
    if (place.find()) {
      return new double[] {Double.parseDouble(place.group(1)), Double.parseDouble(place.group(2))};
    }
    String[] matrix =
        text.getAttribute("transform").replaceAll("[^-\\d., ]", "").split("[ ,]+", -1);
    if (matrix.length == 6) {
      return new double[] {Double.parseDouble(matrix[4]), Double.parseDouble(matrix[5])};
    }
    return new double[] {
      Double.parseDouble(text.getAttribute("x")), Double.parseDouble(text.getAttribute("y"))
    };
  }

  @Test
  void panels_haveTheirOwnRange_ifTheyDoNotShareOne() throws Exception {
    List<String> own = texts(drawing.svg(SampleCharts.quantities(false), Theme.LIGHT, 640));
    assertThat(own).contains("2", "4", "2,000", "4,000");
    assertThat(own.stream().filter("4,000"::equals)).hasSize(1);
    List<String> shared = texts(drawing.svg(SampleCharts.quantities(true), Theme.LIGHT, 640));
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
    assertThat(parse(svg).getElementsByTagName("script").getLength()).isZero();
    assertThat(texts(svg)).contains("a < b & \"c\" </text><script>");
  }

  @Test
  void pdf_holdsItsFontAndItsText() throws Exception {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    PdfFile.write(drawing.svg(SampleCharts.lines(), Theme.LIGHT, 640), pdf);
    try (PDDocument read = Loader.loadPDF(pdf.toByteArray())) {
      assertThat(read.getNumberOfPages()).isOne();
      PDResources resources = read.getPage(0).getResources();
      int fonts = 0;
      for (COSName name : resources.getFontNames()) {
        assertThat(resources.getFont(name).isEmbedded()).as(name.getName()).isTrue();
        fonts++;
      }
      assertThat(fonts).isPositive();
      assertThat(new PDFTextStripper().getText(read)).contains("A title", "model.width = 200");
    }
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

  private static List<String> texts(String svg) throws Exception {
    NodeList nodes = parse(svg).getElementsByTagName("text");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
