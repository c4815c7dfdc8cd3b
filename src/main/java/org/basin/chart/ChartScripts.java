package org.basin.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The scripts that turn a chart into a picture, in the order in which they are loaded: ECharts, and
 * then Basin's own, each of which uses those before it. A browser and {@link Drawing} run the same.
 */
public final class ChartScripts {

  static final String ECHARTS = "echarts.min.js";

  /** From how a number is written to the options of ECharts. */
  static final List<String> OWN =
      List.of("numbers.js", "colours.js", "layout.js", "axes.js", "marks.js", "options.js");

  private ChartScripts() {}

  /** Returns ECharts, with its licence in its first lines. */
  public static String echarts() {
    return text(ECHARTS);
  }

  /** Returns Basin's own scripts as one. They define {@code basinChart}. */
  public static String own() {
    StringBuilder all = new StringBuilder();
    OWN.forEach(name -> all.append(text(name)));
    return all.toString();
  }

  static String text(String name) {
    try (InputStream bytes = ChartScripts.class.getResourceAsStream(name)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
