package org.basin.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.basin.config.SweepReader;
import org.basin.engine.ReportJob;
import org.basin.engine.RunJob;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import org.basin.testing.OpenedReport;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages of a small sweep of each paper, and of 100,000 trials, in a browser. It trains for
 * minutes, so it runs only on request.
 */
class ReportBrowserSoak {

  /** A chart of one dot has fewer coloured pixels than a curve. */
  private static final int DOT = 25;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kumar-haupt-2024-figure-1-small",
        "li-yuan-2017-e3-small",
        "lin-sun-zhang-2021-figure-1-small",
        "allen-zhu-li-liang-2019-figure-1a-small"
      })
  void paper_canBeRead(String name) throws Exception {
    Configuration small = Configuration.of(name);
    Sweep sweep = new SweepReader().read(small.file(), small.variant(), List.of());
    canBeRead(sweep);
  }

  @Test
  void manyTrials_canBeRead() throws Exception {
    Path file = Path.of("src/test/resources/org/basin/papers/hundred-thousand.conf");
    Sweep sweep = new SweepReader().read(file, List.of());
    assertThat(sweep.grid().orElseThrow().size()).isEqualTo(100_000);
    canBeRead(sweep);
  }

  private void canBeRead(Sweep sweep) throws Exception {
    OpenedReport.needsABrowser();
    OpenedReport opened = OpenedReport.of(page(sweep), folder);
    for (String theme : List.of("light", "dark")) {
      for (int width : new int[] {1400, 500}) {
        assertThat(opened.isDrawn(theme, width, DOT)).isPositive();
        opened.isAccessible(theme, width);
      }
    }
    assertThat(opened.everyChoiceCanBeMade(1400)).isPositive();
  }

  /** Trains the sweep, and returns the page of its report. */
  private String page(Sweep sweep) throws IOException {
    EngineSettings settings = EngineSettings.load();
    String output = folder.resolve("output").toString();
    new RunJob(SharedSpark.session(), settings).run(sweep, output);
    SweepFolder tables =
        SweepFolder.of(new org.apache.hadoop.conf.Configuration(), output, sweep.name());
    String page =
        new ReportJob(SharedSpark.session(), settings).report(tables, sweep, false).page();
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(5_000_000);
    return page;
  }
}
