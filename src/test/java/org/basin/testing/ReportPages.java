package org.basin.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Reads the data of a report's page. */
public final class ReportPages {

  private static final String START = "<script type=\"application/json\" id=\"data\">";

  private ReportPages() {}

  /** Returns the page's data as it stands in the page. */
  public static JsonNode data(String page) throws IOException {
    int start = page.indexOf(START) + START.length();
    return new ObjectMapper().readTree(page.substring(start, page.indexOf("</script>", start)));
  }
}
