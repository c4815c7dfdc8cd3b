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

  private static final List<Integer> SEEDS = List.of(5, 10, 20, 100);
  private static final List<Integer> OBSERVATIONS = List.of(20, 50, 100, 200);

  private static final Map<String, List<String>> TABLES = new TreeMap<>();

  @Test
  void location_coversAsThePageSays() {
    check("1 location", "censored", LocationIntervals.kinds(), SEEDS);
  }

  @Test
  void survival_coversAsThePageSays() {
    check("2 survival", "censored", SurvivalIntervals.kinds(), SEEDS);
  }

  @Test
  void incidence_coversAsThePageSays() {
    check("3 competing events", "ended otherwise", IncidenceIntervals.kinds(), SEEDS);
  }

  @Test
  void comparisons_coverAsThePageSays() {
    check("4 comparisons", "correlation by seed", ComparisonIntervals.kinds(), SEEDS);
  }

  @Test
  void rates_coverAsThePageSays() {
    check("5 rates", "errors of ln y", CurveIntervals.kinds(), OBSERVATIONS);
  }

  @Test
  void scaling_coversAsThePageSays() {
    check("6 scaling", "seeds", ScalingIntervals.kinds(), SEEDS);
  }

  @Test
  void boundaries_coverAsThePageSays() {
    check("7 boundaries", "seeds", BoundaryIntervals.kinds(), SEEDS);
  }

  private static void check(
      String subject, String setting, List<IntervalKind> kinds, List<Integer> sizes) {
    CoverageTable table = new CoverageTable(kinds, sizes);
    TABLES.put(subject, table.lines(setting));
    assertThat(table.surprises()).isEmpty();
  }

  @AfterAll
  static void write() throws IOException {
    List<String> lines = new ArrayList<>();
    TABLES.forEach(
        (subject, table) -> {
          lines.add("### Coverage: " + subject.substring(2));
          lines.add("");
          lines.addAll(table);
          lines.add("");
        });
    Files.write(Path.of("target", "coverage.md"), lines);
  }
}
