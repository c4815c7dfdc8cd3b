package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.config.SweepReader;
import org.basin.engine.compare.ComparedTables;
import org.basin.engine.compare.SweepComparison;
import org.basin.engine.compare.TrialDifferences;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.SweepFolder;
import org.basin.testing.DecayTrials;
import org.basin.testing.SharedSpark;
import org.basin.testing.TinySweep;
import org.basin.train.Trainer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What differs between two sweeps. */
class CompareJobIT {

  private static final SparkSession SPARK = SharedSpark.session();

  @TempDir static Path folder;

  private final CompareJob job = new CompareJob(SPARK, Jobs.settings());

  @BeforeAll
  static void run() throws IOException {
    run("first");
    run("again");
    run("slower", "trial.optimiser.step-size=5e-5");
    Jobs.run(SPARK, DecayTrials.sweep("other", 2, List.of(0.1)), folder.toString());
  }

  private static void run(String name, String... overrides) throws IOException {
    String text = TinySweep.of(name, 4, "values = [20, 30]", "weight-norm");
    Path file = Files.writeString(folder.resolve(name + ".conf"), text);
    new RunJob(SPARK, Jobs.settings(), Trainer::train, spec -> 0.01)
        .run(new SweepReader().read(file, List.of(overrides)), folder.toString());
  }

  private ComparedTables side(String name, String publication) {
    SweepFolder sweep = SweepFolder.of(new Configuration(), folder.toString(), name);
    return job.open(name, sweep, publication);
  }

  private SweepComparison compare(String first, String second) {
    return job.compare(side(first, ""), side(second, ""));
  }

  @Test
  void sameSweepAgain_isIdenticalToTheBit() {
    SweepComparison same = compare("first", "again");
    assertThat(same.settings()).isEmpty();
    assertThat(same.trials()).isEqualTo(new TrialDifferences(8, 8, 8, 0, List.of()));
    assertThat(same.axes()).containsExactly("model_width");
    Row loss = measure(same, "final_loss");
    assertThat(loss.<Long>getAs("points")).isEqualTo(2);
    assertThat(loss.<Long>getAs("pairs")).isEqualTo(8);
    assertThat(loss.<Long>getAs("identical")).isEqualTo(8);
    assertThat(loss.<Long>getAs("differ")).isZero();
    assertThat(loss.<Double>getAs("largest")).isZero();
  }

  private static Row measure(SweepComparison comparison, String name) {
    return comparison.measures().filter("measure = '" + name + "'").first();
  }

  @Test
  void changedStepSize_differsBySeed() {
    SweepComparison other = compare("first", "slower");
    assertThat(other.settings())
        .containsExactly("trial.optimiser.step-size: 1.0E-4 in first, 5.0E-5 in slower");
    assertThat(other.trials()).isEqualTo(new TrialDifferences(8, 8, 0, 0, List.of()));
    List<Row> points = other.sortedPoints().filter("measure = 'final_loss'").collectAsList();
    assertThat(points).hasSize(2);
    for (Row point : points) {
      assertThat(point.<Long>getAs("pairs")).isEqualTo(4);
      assertThat(point.<Long>getAs("identical")).isZero();
      // Half the step size leaves the loss higher.
      assertThat(point.<Double>getAs("difference"))
          .isPositive()
          .isBetween(point.<Double>getAs("low"), point.<Double>getAs("high"));
      assertThat(point.<Double>getAs("ratio")).isGreaterThan(1);
    }
    Row wide = points.get(0);
    double mean =
        SPARK
            .read()
            .parquet(folder.resolve("slower/trials").toString())
            .as("b")
            .join(SPARK.read().parquet(folder.resolve("first/trials").toString()).as("a"))
            .where("a.seed = b.seed AND a.model_width = b.model_width")
            .where("a.model_width = " + wide.<Long>getAs("model_width"))
            .selectExpr("avg(b.final_loss - a.final_loss)")
            .first()
            .getDouble(0);
    assertThat(wide.<Double>getAs("difference")).isCloseTo(mean, within(1e-12));
  }

  @Test
  void changedTrial_isFoundWithItsColumns() throws IOException {
    run("damaged");
    Path trials = folder.resolve("damaged/_tables/current/trials");
    var changed =
        SPARK
            .read()
            .parquet(trials.toString())
            .withColumn(
                "final_loss",
                org.apache.spark.sql.functions.expr(
                    "IF(seed = 1 AND model_width = 20, final_loss + 0.5, final_loss)"))
            .cache();
    changed.count();
    SweepFolder there = SweepFolder.of(new Configuration(), folder.toString(), "damaged");
    ComparedTables side = job.open("damaged", there, "");
    changed.coalesce(1).write().mode("overwrite").parquet(trials.toString());
    TrialDifferences found = job.compare(side("first", ""), side).trials();
    assertThat(found.differing()).isEqualTo(1);
    assertThat(found.columns())
        .singleElement()
        .satisfies(
            column -> {
              assertThat(column.column()).isEqualTo("final_loss");
              assertThat(column.trials()).isEqualTo(1);
              assertThat(column.largest()).isCloseTo(0.5, within(1e-12));
            });
  }

  @Test
  void previousPublication_isASide() throws IOException {
    new AggregateJob(SPARK, Jobs.settings())
        .aggregate(
            new SweepReader().read(folder.resolve("again.conf"), List.of()), folder.toString());
    SweepComparison same = job.compare(side("again", CompareJob.PREVIOUS), side("again", ""));
    assertThat(same.trials()).isEqualTo(new TrialDifferences(8, 8, 8, 0, List.of()));
    assertThatThrownBy(() -> side("again", "20200101T000000000-abcdef"))
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith("again: no such publication is kept");
  }

  @Test
  void sweepsWithNothingInCommon_areRefused() {
    assertThatThrownBy(() -> compare("first", "other"))
        .isInstanceOf(EngineException.class)
        .hasMessage(
            "first and other have nothing to compare: no trial, and no measure of two trials with"
                + " the same seed");
  }
}
