package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.progress.ProgressView;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import org.basin.plan.analysis.Analyses;
import org.basin.plan.analysis.Comparison;
import org.basin.stats.comparison.Holm;
import org.basin.testing.DecayTrials;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table {@code comparisons} of a sweep whose seeds differ more than its points do. */
class ComparisonsIT {

  private static final SparkSession SPARK = SharedSpark.session();

  private static final Comparison ADJACENT =
      new Comparison(List.of(), List.of(), Comparison.Pairs.ADJACENT, 1000);

  @TempDir static Path output;

  @BeforeAll
  static void run() {
    Jobs.run(
        SPARK,
        asking(
            ADJACENT,
            new Comparison(
                List.of("decay.rate"), List.of("converged"), Comparison.Pairs.FIRST, 1000)),
        output.toString());
  }

  private static Sweep asking(Comparison... comparisons) {
    Sweep sweep = DecayTrials.sweep("compared", 6, List.of(0.1, 0.12, 0.0, -1.0));
    Analyses analyses =
        new Analyses(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(comparisons), 200);
    return new Sweep(
        sweep.name(),
        sweep.plan(),
        sweep.hittingTimes(),
        sweep.selections(),
        analyses,
        sweep.claims(),
        sweep.figures(),
        sweep.observables(),
        sweep.lanes(),
        sweep.resolved());
  }

  private static SweepFolder folder(Path output) {
    return SweepFolder.of(new Configuration(), output.toString(), "compared");
  }

  private static List<Row> rows(String columns, String condition) {
    return new SqlJob(SPARK, Jobs.settings())
        .query(folder(output), "SELECT " + columns + " FROM comparisons WHERE " + condition)
        .collectAsList();
  }

  @Test
  void neighbours_areComparedAlongEveryAxis() {
    assertThat(
            rows(
                    "DISTINCT concat_ws(' ', along, a, b, decay_rate, decay_name_of_it)",
                    "subject = 'loss' ORDER BY 1")
                .stream()
                .map(row -> row.getString(0)))
        .containsExactly(
            "decay.name-of-it plain b 0.0 plain",
            "decay.name-of-it plain b 0.1 plain",
            "decay.name-of-it plain b 0.12 plain",
            "decay.rate 0.1 0.12 0.1 b",
            "decay.rate 0.1 0.12 0.1 plain",
            "decay.rate 0.12 0.0 0.12 b",
            "decay.rate 0.12 0.0 0.12 plain");
  }

  @Test
  void pairsOfTwoComparisons_haveTheMeasuresOfEach() {
    assertThat(
            rows(
                    "DISTINCT concat_ws(' ', a, b, subject)",
                    "along = 'decay.rate' AND statistic = 'log_rank' AND decay_name_of_it = 'b'"
                        + " ORDER BY 1")
                .stream()
                .map(row -> row.getString(0)))
        .containsExactly(
            "0.1 -1.0 converged",
            "0.1 0.0 converged",
            "0.1 0.12 converged",
            "0.1 0.12 half",
            "0.12 0.0 half");
  }

  @Test
  void sharedSeeds_cancelWhatTheyBringToBothPoints() {
    Row ratio =
        rows(
                "value, high - low, count, p",
                "along = 'decay.rate' AND subject = 'loss' AND b = '0.12'"
                    + " AND statistic = 'ratio_geometric_mean' AND decay_name_of_it = 'b'")
            .get(0);

    assertThat(ratio.getDouble(0)).isCloseTo(Math.exp(-0.02 * 40), within(1e-12));
    assertThat(ratio.getDouble(1)).isLessThan(1e-10);
    assertThat(ratio.getLong(2)).isEqualTo(6);
    assertThat(ratio.getDouble(3)).isLessThan(1e-10);
    Row none =
        rows(
                "value, low, high, p",
                "along = 'decay.name-of-it' AND subject = 'loss' AND decay_rate = 0.1"
                    + " AND statistic = 'difference_mean'")
            .get(0);
    assertThat(none).isEqualTo(RowFactory.create(0.0, 0.0, 0.0, 1.0));
  }

  @Test
  void hittingTimes_areCompared_byWhatAllTrialsWereWatchedFor() {
    List<Row> ratios =
        rows(
            "value, method",
            "along = 'decay.rate' AND subject = 'half' AND decay_name_of_it = 'b'"
                + " AND statistic = 'ratio_restricted_mean' ORDER BY index_a");

    assertThat(ratios.get(0).getDouble(0)).isCloseTo(6 / 7.0, within(1e-12));
    assertThat(ratios.get(0).getString(1)).endsWith("horizon 7");
    assertThat(ratios.get(1).getDouble(0)).isCloseTo(40 / 6.0, within(1e-12));
    assertThat(ratios.get(1).getString(1)).endsWith("horizon 40");
  }

  @Test
  void pValues_areCorrectedInTheirFamily() {
    List<Row> family =
        rows(
            "p, p_holm",
            "along = 'decay.rate' AND subject = 'loss' AND statistic = 'difference_mean'");

    double[] adjusted = Holm.adjust(family.stream().mapToDouble(row -> row.getDouble(0)).toArray());
    assertThat(family).hasSize(4);
    for (int i = 0; i < adjusted.length; i++) {
      assertThat(family.get(i).getDouble(1)).isEqualTo(adjusted[i]);
    }
  }

  @Test
  void firstPairsAreMade_andTheOthersTold(@TempDir Path other) {
    Sweep few = asking(new Comparison(List.of(), List.of(), Comparison.Pairs.ALL, 3));
    List<String> told = new ArrayList<>();
    JobRequest request = new JobRequest("", "", List.of(), false, told::add);

    Jobs.job(SPARK, Jobs.settings()).run(few, other.toString(), request, ProgressView.NONE);

    assertThat(told)
        .contains(
            "table comparisons has the first 3 of 16 pairs of points; comparisons[0].max-pairs"
                + " bounds their number");
    assertThat(
            new SqlJob(SPARK, Jobs.settings())
                .query(folder(other), "SELECT DISTINCT point_a, point_b FROM comparisons")
                .count())
        .isEqualTo(3);
  }
}
