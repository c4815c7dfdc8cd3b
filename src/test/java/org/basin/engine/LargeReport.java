package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import org.basin.testing.DecayTrials;
import org.basin.testing.ReportPages;

/** The report of ten thousand points, more than a page can show. */
final class LargeReport {

  private static final int POINTS = 10_000;

  private LargeReport() {}

  /** Runs so many seeds of each point, and asserts that the page of all of them is small. */
  static void assertFitsAPage(SparkSession spark, Path output, int seeds) throws IOException {
    // An axis of 5,000 values, as a random one has, and another of two.
    List<Double> rates =
        DoubleStream.iterate(0.01, x -> x + 1e-5).limit(POINTS / 2).boxed().toList();
    Sweep large = DecayTrials.sweep("large", seeds, rates);
    Jobs.run(spark, large, output.toString());
    SweepFolder folder = SweepFolder.of(new Configuration(), output.toString(), large.name());
    String page = new ReportJob(spark, Jobs.settings()).report(folder, large, false).page();
    JsonNode shown = ReportPages.data(page);
    assertThat(shown.get("about").toString())
        .contains("%1$,d of %1$,d are finished".formatted(POINTS * seeds));
    assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(5_000_000);
    assertThat(shown.get("points").size()).isBetween(4000, 5000);
    assertThat(shown.get("left").toString()).contains("of 10,000 points are in the pictures");
    // Every value that is left has both of the other axis.
    assertThat(shown.get("points").size())
        .isEqualTo(2 * shown.get("axes").get(0).get("values").size());
  }
}
