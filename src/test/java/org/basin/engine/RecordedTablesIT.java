package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.basin.config.SweepReader;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import org.basin.tables.SweepTable;
import org.basin.testing.SharedSpark;
import org.basin.testing.TableBits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sweeps that earlier versions of Basin recorded stay readable. {@code src/test/resources/tables}
 * has the folder of a sweep for each schema version, as {@code basin run recorded.conf} left it.
 */
class RecordedTablesIT {

  private static final SparkSession SPARK = SharedSpark.session();
  private static final Path RECORDED = Path.of("src/test/resources/tables");
  private static final int TRIALS = 6;

  @TempDir static Path folder;

  @BeforeAll
  static void copy() throws IOException, InterruptedException {
    // cp keeps the links by which a publication stands at its plain paths.
    int status =
        new ProcessBuilder("cp", "-a", RECORDED + "/.", folder.toString()).start().waitFor();
    assertThat(status).isZero();
  }

  private static String output(int version) {
    return folder.resolve("v" + version).toString();
  }

  private static SweepFolder sweepFolder(int version) {
    return SweepFolder.of(new Configuration(), output(version), "recorded");
  }

  private static Sweep sweep() {
    return new SweepReader().read(folder.resolve("recorded.conf"), List.of());
  }

  @Test
  void everyVersion_isAnsweredBySql() {
    for (int version = 1; version <= SweepTable.VERSION; version++) {
      SqlJob sql = new SqlJob(SPARK, Jobs.settings());
      assertThat(
              sql.query(
                      sweepFolder(version),
                      "SELECT count(*), count(DISTINCT trial_id), max(schema_version)"
                          + " FROM trials, sweeps")
                  .first()
                  .toString())
          .isEqualTo("[%d,%d,%d]".formatted(TRIALS, TRIALS, version));
      assertThat(
              sql.query(sweepFolder(version), "SELECT count(DISTINCT point_id) FROM points")
                  .first()
                  .getLong(0))
          .isEqualTo(3);
    }
  }

  @Test
  void everyVersion_hasItsStatus() {
    for (int version = 1; version <= SweepTable.VERSION; version++) {
      StatusJob status = new StatusJob(SPARK, Jobs.settings());
      assertThat(status.runs(sweepFolder(version)).count()).isPositive();
      assertThat(status.status(sweep(), output(version)).planned()).isEqualTo(TRIALS);
    }
  }

  @Test
  void report_drawsTheTablesOrSaysWhyNot() {
    ReportJob report = new ReportJob(SPARK, Jobs.settings());
    assertThat(report.report(sweepFolder(2), sweep(), true).page()).contains("recorded");
    assertThatThrownBy(() -> report.report(sweepFolder(1), sweep(), true))
        .hasMessageEndingWith("report cannot draw its earlier tables, which basin sql reads");
  }

  /** Version 1 was recorded under an earlier semantics version. */
  @Test
  void firstVersion_isNotMixedWithNewTrials() {
    String line = "recorded was trained under version 3 of what trials compute, and this Basin's";
    AggregateJob aggregate = new AggregateJob(SPARK, Jobs.settings());
    RunJob run = new RunJob(SPARK, Jobs.settings());
    assertThatThrownBy(() -> aggregate.aggregate(sweep(), output(1))).hasMessageStartingWith(line);
    assertThatThrownBy(() -> run.run(sweep(), output(1))).hasMessageStartingWith(line);
  }

  @Test
  void workOfTheSameSemantics_isAggregatedToTheSameTrials() {
    TableBits before = bits();
    RunSummary summary = new AggregateJob(SPARK, Jobs.settings()).aggregate(sweep(), output(2));
    assertThat(summary.missing()).isZero();
    bits().isSameAs(before, "once it was aggregated");
    assertThat(new RunJob(SPARK, Jobs.settings()).run(sweep(), output(2)).trained()).isZero();
  }

  private static TableBits bits() {
    return TableBits.read(SPARK, folder.resolve("v2"), "recorded", "trials", Set.of());
  }
}
