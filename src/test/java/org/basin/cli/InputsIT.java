package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.config.SweepReader;
import org.basin.engine.AggregateJob;
import org.basin.engine.JobRequest;
import org.basin.engine.RunJob;
import org.basin.engine.RunSummary;
import org.basin.engine.StatusJob;
import org.basin.engine.progress.QuietView;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data files that change or disappear between the runs of a sweep. */
class InputsIT {

  private final SparkSession spark = SharedSpark.session();

  @TempDir Path folder;

  private Path points;

  @BeforeEach
  void write() throws IOException {
    points = folder.resolve("points.csv");
    Files.writeString(points, "x,y\n1,2\n2,3\n");
    Files.writeString(
        folder.resolve("sweep.conf"),
        """
        sweep {
          name = inputs
          seeds.count = 3
          trial {
            data { kind = csv, file = "%s", labels = [y] }
            model { kind = two-layer, width = 2, activation = relu }
            init { kind = gaussian, std = 0.1 }
            loss { kind = squared, reduction = half-sum }
            optimiser { kind = gradient-descent, step-size = 0.1 }
            stop { max-steps = 3 }
            observe { at = log, probes = [loss] }
          }
        }
        """
            .formatted(points));
  }

  private String output() {
    return folder.resolve("output").toString();
  }

  private RunSummary run(ByteArrayOutputStream told) {
    Sweep sweep = new SweepReader().read(folder.resolve("sweep.conf"), List.of());
    PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
    return new RunJob(spark, EngineSettings.load())
        .run(sweep, output(), JobRequest.NONE, new QuietView(out));
  }

  private RunSummary run() {
    return run(new ByteArrayOutputStream());
  }

  private Sweep recorded() {
    return RecordedSweep.read(
        SweepFolder.of(spark.sparkContext().hadoopConfiguration(), output(), "inputs"));
  }

  private List<Row> table(String query) {
    spark.read().parquet(output() + "/inputs/sweeps").createOrReplaceTempView("inputs_sweeps");
    spark.read().parquet(output() + "/inputs/trials").createOrReplaceTempView("inputs_trials");
    return spark.sql(query).collectAsList();
  }

  @Test
  void changedFile_trainsAgain_andSaysWhy() throws IOException {
    assertThat(run().trained()).isEqualTo(3);
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    assertThat(run(told).trained()).as("unchanged").isZero();
    assertThat(told.toString(StandardCharsets.UTF_8)).doesNotContain("changed");

    Files.writeString(points, "x,y\n5,6\n");
    assertPublishesWhatWasTrained();
    Files.delete(points);
    assertPublishesWhatWasTrained();

    Files.writeString(points, "x,y\n1,2\n2,4\n");
    RunSummary changed = run(told);

    assertThat(changed.trained()).isEqualTo(3);
    assertThat(changed.before()).isZero();
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains(
            "basin: "
                + points
                + " has changed since the last run, so its trials are trained again\n");
    assertThat(table("SELECT DISTINCT inputs[0].sha256 FROM inputs_sweeps")).hasSize(2);
    assertThat(table("SELECT size(inputs), inputs[0].name, size(components) FROM inputs_sweeps"))
        .allSatisfy(row -> assertThat(row.mkString(" ")).isEqualTo("1 " + points + " 0"));
  }

  /** Where the file has changed, or is gone. */
  private void assertPublishesWhatWasTrained() {
    String trials = "SELECT trial_id, final_loss FROM inputs_trials ORDER BY trial_id";
    List<Row> before = table(trials);
    RunSummary published =
        new AggregateJob(spark, EngineSettings.load()).aggregate(recorded(), output());
    assertThat(published.planned()).isEqualTo(3);
    assertThat(published.missing()).isZero();
    assertThat(table(trials)).hasSize(3).isEqualTo(before);
    StatusJob job = new StatusJob(spark, EngineSettings.load());
    assertThat(job.status(recorded(), output()).committed()).isEqualTo(3);
  }

  @Test
  void file_thatChangesDuringTheRun_failsItsTrials() throws IOException {
    Sweep sweep = new SweepReader().read(folder.resolve("sweep.conf"), List.of());
    Files.writeString(points, "x,y\n7,8\n");
    var unused = new RunJob(spark, EngineSettings.load()).run(sweep, output());
    assertThat(table("SELECT DISTINCT verdict, error FROM inputs_trials"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.mkString(": "))
                    .isEqualTo(
                        "failed: data.file is "
                            + points
                            + ", which is not what it was when the sweep was planned"));
  }
}
