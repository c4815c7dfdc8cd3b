package org.basin.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A report's page in a browser, which has no narrower window than 500. */
public final class OpenedReport {

  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  /** Whatever is left to see of requests when the page has been used as a person would. */
  private static final String REQUESTS =
      "performance.getEntriesByType('resource').map((entry) => entry.name)";

  private final String page;
  private final Chromium browser;

  private OpenedReport(String page, Chromium browser) {
    this.page = page;
    this.browser = browser;
  }

  /** Where the machine has no browser, the test ends and says so. */
  public static void needsABrowser() {
    boolean isThere = Chromium.find(Path.of("")).isPresent();
    if (!isThere) {
      System.err.println("There is no Chromium on this machine: the report's page is not opened.");
    }
    assumeThat(isThere).as("Chromium").isTrue();
  }

  /**
   * Opens a page, on a machine that has a browser.
   *
   * @param folder where the browser's files go
   */
  public static OpenedReport of(String page, Path folder) {
    return new OpenedReport(page, Chromium.find(folder).orElseThrow());
  }

  private String in(String theme) {
    return page.replace("<html lang=\"en\">", "<html lang=\"en\" data-theme=\"" + theme + "\">");
  }

  /** Axe finds nothing serious, whatever is opened. */
  public void isAccessible(String theme, int width) throws Exception {
    String axe;
    try (InputStream bytes = OpenedReport.class.getResourceAsStream(AXE)) {
      // Texts in it must not end or begin a script element.
      axe =
          new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
              .replace("<!--", "\\x3c!--")
              .replace("<script", "\\x3cscript")
              .replace("</script", "\\x3c/script");
    }
    JsonNode found =
        browser.run(
            Chromium.withAtEnd(in(theme), "<script>" + axe + "</script>"),
            width,
            "document.querySelectorAll('details').forEach((each) => { each.open = true; });"
                + "await new Promise((done) => setTimeout(done, 100));"
                // Axe looks at each cell, and they are all alike.
                + "document.querySelectorAll('tbody tr:nth-child(n+6)')"
                + ".forEach((each) => each.remove());"
                + "let all = await axe.run(document, { resultTypes: ['violations'] });"
                + "return all.violations.filter((each) =>"
                + " ['serious', 'critical'].includes(each.impact)).map((each) => each.id + ': '"
                + " + each.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join());");
    assertThat(found.toString()).isEqualTo("[]");
  }

  /**
   * Every chart has colour, nothing is asked of a network, and nothing is wider than the window.
   *
   * @param least how many coloured pixels the emptiest chart has at least
   * @return the number of charts
   */
  public int isDrawn(String theme, int width, int least) throws Exception {
    JsonNode found =
        browser.run(
            in(theme),
            width,
            "let boxes = [...document.querySelectorAll('.chart')].map((each) =>"
                + " { let box = each.getBoundingClientRect(); return [box.left, box.top,"
                + " box.width, box.height].map(Math.round); });"
                + "return { boxes: boxes, requests: "
                + REQUESTS
                + ", height: document.documentElement.scrollHeight, width:"
                + " document.documentElement.scrollWidth };");
    assertThat(found.get("requests")).isEmpty();
    // Nothing has to be scrolled sideways.
    assertThat(found.get("width").intValue()).isLessThanOrEqualTo(width);
    BufferedImage picture = browser.picture(in(theme), width, found.get("height").intValue());
    for (JsonNode box : found.get("boxes")) {
      assertThat(coloured(picture, box)).as("coloured pixels of " + box).isGreaterThan(least);
    }
    return found.get("boxes").size();
  }

  /** How many pixels are neither grey nor nearly so, as text, axes and the paper are. */
  private static int coloured(BufferedImage picture, JsonNode box) {
    int count = 0;
    int right = Math.min(picture.getWidth(), box.get(0).intValue() + box.get(2).intValue());
    int bottom = Math.min(picture.getHeight(), box.get(1).intValue() + box.get(3).intValue());
    for (int x = Math.max(0, box.get(0).intValue()); x < right; x++) {
      for (int y = box.get(1).intValue(); y < bottom; y++) {
        Color colour = new Color(picture.getRGB(x, y));
        int most = Math.max(colour.getRed(), Math.max(colour.getGreen(), colour.getBlue()));
        int least = Math.min(colour.getRed(), Math.min(colour.getGreen(), colour.getBlue()));
        count += most - least > 40 ? 1 : 0;
      }
    }
    return count;
  }

  /**
   * Every control is changed, as a person would, and no choice leaves an error.
   *
   * @return how many choices were made
   */
  public int everyChoiceCanBeMade(int width) throws Exception {
    JsonNode found =
        browser.run(
            in("light"),
            width,
            // A choice may take away other controls.
            "let changed = 0; let all = () => document.querySelectorAll('select');"
                + "for (let i = 0; i < all().length; i++) { let options = all()[i].options.length;"
                + " for (let k = 0; k < Math.min(options, 12); k++) { let node = all()[i];"
                + " if (!node || !node.options[k]) continue; node.selectedIndex = k; node.onchange(); changed++; } }"
                + "document.querySelector('button').click();"
                + "return { changed: changed, unnamed: [...document.querySelectorAll('.chart')]"
                + ".filter((each) => !each.getAttribute('aria-label')).length, requests: "
                + REQUESTS
                + " };");
    assertThat(found.has("error")).as(found.toString()).isFalse();
    assertThat(found.get("unnamed").intValue()).isZero();
    assertThat(found.get("requests")).isEmpty();
    return found.get("changed").intValue();
  }
}
