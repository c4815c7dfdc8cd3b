package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.basin.config.ImportReader;
import org.basin.config.SweepReader;
import org.basin.engine.claim.ClaimVerdict;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.ImportedTrials;
import org.basin.plan.Sweep;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trials of {@code examples/import}, trained by its Python, as its page imports them. */
class ImportedExampleSoak {

  private static final SparkSession SPARK = SharedSpark.session();

  @Test
  void trials_areImportedAggregatedAndVerified(@TempDir Path folder) throws Exception {
    Path runs = folder.resolve("runs");
    String output = folder.resolve("output").toString();
    ImportedExample.train(runs);
    Path file = Path.of("examples/import/two-layer.conf");
    ImportReader design = new SweepReader().ofImported(file, null, List.of());
    var trials = new ImportJob.Import(runs.toString(), design.name(), design.axes(), design::read);
    List<String> said = new ArrayList<>();
    JobRequest request = new JobRequest("", "", List.of(), false, said::add);

    RunSummary summary = new ImportJob(SPARK, Jobs.settings()).run(trials, output, request);

    assertThat(summary.planned()).isEqualTo(60);
    assertThat(summary.missing()).isZero();
    assertThat(summary.pointCount()).isEqualTo(12);
    assertThat(said).containsExactly("axes: width, step-size");

    said.clear();
    new ImportJob(SPARK, Jobs.settings()).run(trials, output, request);
    assertThat(said).contains("two-layer holds these trials already");

    SweepFolder sweep =
        SweepFolder.of(SPARK.sparkContext().hadoopConfiguration(), output, "two-layer");
    ImportedTrials known = RunRecord.imported(sweep).orElseThrow();
    assertThat(known.axes()).hasSize(2);
    Sweep changed =
        new SweepReader().ofImported(file, null, List.of("hitting-times.0.below=0.5")).read(known);
    new AggregateJob(SPARK, Jobs.settings()).aggregate(changed, output);
    assertThat(new VerifyJob(SPARK, Jobs.settings()).verify(changed, output).results())
        .allMatch(result -> result.verdict() == ClaimVerdict.HOLDS);
    assertThat(new StatusJob(SPARK, Jobs.settings()).status(changed, output).committed())
        .isEqualTo(60);
    assertThat(new SqlJob(SPARK, Jobs.settings()).query(sweep, "SELECT * FROM hitting_times"))
        .satisfies(rows -> assertThat(rows.count()).isEqualTo(120));
  }
}
