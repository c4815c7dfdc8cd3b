package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.basin.config.SweepReader;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import org.basin.testing.OpenedReport;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of the quickstart's report in a browser. */
class ReportBrowserIT {

  @TempDir static Path output;
  @TempDir Path folder;

  private static String page;

  @BeforeAll
  static void write() {
    OpenedReport.needsABrowser();
    SparkSession spark = SharedSpark.session();
    Sweep sweep =
        new SweepReader()
            .read(
                Path.of("conf/quickstart.conf"),
                "",
                List.of("seeds.count=3", "trial.observe.probes=[loss,neuron-norm]"));
    new RunJob(spark, Jobs.settings()).run(sweep, output.toString());
    SweepFolder folder = SweepFolder.of(new Configuration(), output.toString(), sweep.name());
    page = new ReportJob(spark, Jobs.settings()).report(folder, sweep, false).page();
  }

  @ParameterizedTest
  @CsvSource({"light, 1400", "light, 500", "dark, 1400", "dark, 500"})
  void axe_findsNothingSerious(String theme, int width) throws Exception {
    OpenedReport.of(page, folder).isAccessible(theme, width);
  }

  @ParameterizedTest
  @CsvSource({"light, 1400", "light, 500", "dark, 1400", "dark, 500"})
  void charts_areDrawn_withoutARequest(String theme, int width) throws Exception {
    // Three figures, the map, survival, two axes, curves, and neurons.
    assertThat(OpenedReport.of(page, folder).isDrawn(theme, width, 300)).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource({"1400", "500"})
  void everyChoice_canBeMade(int width) throws Exception {
    assertThat(OpenedReport.of(page, folder).everyChoiceCanBeMade(width)).isGreaterThan(60);
  }
}
