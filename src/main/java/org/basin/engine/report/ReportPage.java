package org.basin.engine.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.basin.chart.ChartScripts;
import org.basin.engine.storage.EngineException;

/**
 * The page: one file with its data, its scripts and its style. It opens without a network, and asks
 * for nothing.
 */
public final class ReportPage {

  /** Each uses those before it. */
  private static final List<String> SCRIPTS =
      List.of("page.js", "choice.js", "views.js", "curves.js", "report.js");

  private ReportPage() {}

  /**
   * Makes the page.
   *
   * @return an HTML document, at most as large as the limits say
   */
  public static String of(ReportTables tables, ReportLimits limits) {
    ReportLimits now = limits;
    // Typical numbers fit by far. Should all of them be long, the page shows less.
    for (int turn = 0; turn < 8; turn++) {
      String page = page(tables.sweep().name(), ReportData.of(tables, now));
      if (page.getBytes(StandardCharsets.UTF_8).length <= limits.bytes()) {
        return page;
      }
      now = now.halved();
    }
    throw new EngineException(
        "the report of " + tables.sweep().name() + " would be larger than basin.report.bytes");
  }

  private static String page(String title, String data) {
    StringBuilder own = new StringBuilder();
    SCRIPTS.forEach(name -> own.append(text(name)));
    return text("report.html")
        .replace("@title@", escaped(title))
        .replace("@style@", text("report.css"))
        .replace("@echarts@", ChartScripts.echarts())
        .replace("@chart@", ChartScripts.own())
        .replace("@report@", own)
        .replace("@data@", data);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String text(String name) {
    try (InputStream bytes = ReportPage.class.getResourceAsStream(name)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
