package org.basin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The texts of a drawn figure, and where they stand. */
public final class DrawnText {

  private static final Pattern PLACE =
      Pattern.compile("translate\\(\\s*(-?[\\d.]+)[ ,]+(-?[\\d.]+)\\s*\\)");
  private static final double SIZE = 12;

  private DrawnText() {}

  /** Returns every text of an SVG document. */
  public static List<String> of(String svg) throws Exception {
    NodeList nodes = parse(svg).getElementsByTagName("text");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  /** Returns the text of a PDF file of one page, whose fonts must be inside. */
  public static String ofPdf(byte[] pdf) throws Exception {
    try (PDDocument read = Loader.loadPDF(pdf)) {
      assertThat(read.getNumberOfPages()).isOne();
      PDResources resources = read.getPage(0).getResources();
      int fonts = 0;
      for (COSName name : resources.getFontNames()) {
        assertThat(resources.getFont(name).isEmbedded()).as(name.getName()).isTrue();
        fonts++;
      }
      assertThat(fonts).isPositive();
      return new PDFTextStripper().getText(read);
    }
  }

  /** Checks that no text reaches beyond the picture. */
  public static void staysInside(String svg, int width) throws Exception {
    Element root = parse(svg).getDocumentElement();
    double height = Double.parseDouble(root.getAttribute("viewBox").split(" ", -1)[3]);
    NodeList texts = root.getElementsByTagName("text");
    assertThat(texts.getLength()).isPositive();
    ChartFont font = new ChartFont();
    for (int i = 0; i < texts.getLength(); i++) {
      Element text = (Element) texts.item(i);
      String what = text.getTextContent() + " at " + width;
      double[] at = place(text);
      double length = font.width(text.getTextContent(), SIZE);
      String anchor = text.getAttribute("text-anchor");
      double left =
          at[0] - ("middle".equals(anchor) ? length / 2 : "end".equals(anchor) ? length : 0);
      if (!text.getAttribute("transform").contains("rotate") && !turned(text)) {
        assertThat(left).as(what).isGreaterThan(-1);
        assertThat(left + length).as(what).isLessThan(width + 1);
      }
      assertThat(at[1]).as(what).isBetween(0.0, height);
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

  static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
