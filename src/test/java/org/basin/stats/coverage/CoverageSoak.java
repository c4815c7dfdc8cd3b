package org.basin.stats.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * How often each interval of nominal 95 % holds the truth: 2,000 synthetic sweeps a combination,
 * with fixed streams. It takes minutes, so it runs only on request. The tables of
 * docs/statistics.md are what it writes to target/coverage.md.
 */
class CoverageSoak {

  private static final Map<String, List<String>> TABLES = new TreeMap<>();

  @Test
  void location_coversAsThePageSays() {
    check("Location", LocationIntervals.kinds());
  }

  @Test
  void survival_coversAsThePageSays() {
    check("Survival", SurvivalIntervals.kinds());
  }

  private static void check(String subject, List<IntervalKind> kinds) {
    CoverageTable table = new CoverageTable(kinds);
    TABLES.put(subject, table.lines());
    assertThat(table.surprises()).isEmpty();
  }

  @AfterAll
  static void write() throws IOException {
    List<String> lines = new ArrayList<>();
    TABLES.forEach(
        (subject, table) -> {
          lines.add("### " + subject);
          lines.add("");
          lines.addAll(table);
          lines.add("");
        });
    Files.write(Path.of("target", "coverage.md"), lines);
  }
}
