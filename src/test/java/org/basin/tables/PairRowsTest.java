package org.basin.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.basin.plan.analysis.Measure;
import org.junit.jupiter.api.Test;

class PairRowsTest {

  private static Map<String, Row> compare(List<Row> first, List<Row> second, String measure) {
    ComparedTrials a = new ComparedTrials();
    first.forEach(a::add);
    ComparedTrials b = new ComparedTrials();
    second.forEach(b::add);
    Map<String, Row> rows = new LinkedHashMap<>();
    for (Row row :
        new PairRows(List.of(), "pair", a, b, 200, 0.95).of(List.of(measure, "unknown"))) {
      rows.put(row.getString(1), row);
    }
    return rows;
  }

  private static double width(Row row) {
    return row.getDouble(4) - row.getDouble(3);
  }

  private static List<Row> losses(long firstSeed, double factor) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      rows.add(
          ToyTrials.trial(
              firstSeed + i, "exhausted", 50, factor * Math.pow(2, i) + 0.01 * (i % 3)));
    }
    return rows;
  }

  /** Seeds differ by decades, the two points by a fifth. */
  @Test
  void contrastOfSharedSeeds_isNarrowerThanThatOfOthers() {
    Map<String, Row> paired = compare(losses(0, 1), losses(0, 0.8), "loss");
    Map<String, Row> apart = compare(losses(0, 1), losses(100, 0.8), "loss");

    Row ratio = paired.get("ratio_geometric_mean");
    assertThat(ratio.getDouble(2)).isCloseTo(0.8, within(0.01));
    assertThat(ratio.getString(6)).isEqualTo("paired-student-t-log");
    assertThat(ratio.getLong(7)).isEqualTo(8);
    assertThat(ratio.getDouble(8)).isLessThan(1e-6);
    Row unpaired = apart.get("ratio_geometric_mean");
    assertThat(unpaired.getString(6)).isEqualTo("welch-t-log");
    assertThat(unpaired.getLong(7)).isEqualTo(16);
    assertThat(unpaired.getDouble(8)).isGreaterThan(0.5);
    for (String statistic : List.of("ratio_geometric_mean", "difference_mean", "difference_iqm")) {
      assertThat(width(paired.get(statistic)))
          .as(statistic)
          .isLessThan(0.5 * width(apart.get(statistic)));
    }
    assertThat(paired.get("fraction_less").getDouble(2)).isEqualTo(1);
    assertThat(apart).doesNotContainKey("fraction_less");
    assertThat(apart.get("probability_less").getDouble(2))
        .isEqualTo(paired.get("probability_less").getDouble(2))
        .isBetween(0.5, 0.6);
  }

  @Test
  void times_areRestrictedToWhatAllWereWatchedFor_andDivergenceNeverHits() {
    List<Row> first =
        List.of(
            ToyTrials.trial(1, "converged", 10, 0),
            ToyTrials.trial(2, "converged", 30, 0),
            ToyTrials.trial(3, "exhausted", 100, 1),
            ToyTrials.trial(4, "converged", 200, 0));
    List<Row> second =
        List.of(
            ToyTrials.trial(1, "converged", 20, 0),
            ToyTrials.trial(2, "converged", 60, 0),
            ToyTrials.trial(3, "diverged", 7, 9),
            ToyTrials.trial(4, "converged", 40, 0));

    Map<String, Row> rows = compare(first, second, Measure.CONVERGED);

    Row ratio = rows.get("ratio_restricted_mean");
    assertThat(ratio.getDouble(2)).isCloseTo((20 + 60 + 100 + 40) / 240.0, within(1e-12));
    assertThat(ratio.getString(6)).isEqualTo("paired-student-t-log, horizon 100");
    assertThat(rows.get("log_rank").getString(6)).isEqualTo("log-rank, stratified by seed");
    assertThat(rows.get("fraction_less").getDouble(2)).isEqualTo(0.25);
    assertThat(rows.get("probability_less").getString(6)).isEqualTo("newcombe-5, seeds not paired");
    Row paired = rows.get("probability_less_paired");
    // At the horizon, 100, the trials of the third seed are tied.
    assertThat(paired.getDouble(2)).isEqualTo((1 + 0.5) / 4);
    assertThat(paired.getString(6)).isEqualTo("paired-wilson, ties half");
    assertThat(paired.getDouble(8)).isEqualTo(1);
    Row fractions = rows.get("difference_hit_fraction");
    // By step 100, seeds 1, 2 and 4 of the second point have hit, and 1 and 2 of the first.
    assertThat(fractions.getDouble(2)).isEqualTo(0.25);
    assertThat(fractions.getString(6)).isEqualTo("paired-newcombe-10, horizon 100");
    assertThat(fractions.getLong(7)).isEqualTo(4);
    assertThat(fractions.getDouble(8)).isEqualTo(1);
    Row both = rows.get("ratio_step_both_hit");
    assertThat(both.getDouble(2)).isCloseTo(Math.cbrt(2 * 2 * 0.2), within(1e-12));
    assertThat(both.getString(6)).isEqualTo("paired-student-t-log");
    assertThat(both.getLong(7)).isEqualTo(3);
  }

  @Test
  void timesOfOtherSeeds_areComparedWithoutPairs() {
    List<Row> first =
        List.of(ToyTrials.trial(1, "converged", 10, 0), ToyTrials.trial(2, "exhausted", 100, 1));
    List<Row> second =
        List.of(
            ToyTrials.trial(11, "converged", 20, 0),
            ToyTrials.trial(12, "converged", 0, 0),
            ToyTrials.trial(13, "diverged", 7, 9));

    Map<String, Row> rows = compare(first, second, Measure.CONVERGED);

    Row fractions = rows.get("difference_hit_fraction");
    assertThat(fractions.getDouble(2)).isCloseTo(2 / 3.0 - 0.5, within(1e-15));
    assertThat(fractions.getString(6)).isEqualTo("newcombe-10, horizon 100");
    assertThat(fractions.getLong(7)).isEqualTo(5);
    assertThat(rows.get("probability_less").getString(6)).isEqualTo("newcombe-5");
    assertThat(rows).doesNotContainKeys("ratio_step_both_hit", "probability_less_paired");
    // A hit at step 0 has no ratio.
    List<Row> zero =
        List.of(ToyTrials.trial(1, "converged", 0, 0), ToyTrials.trial(2, "converged", 5, 0));
    assertThat(compare(zero, zero, Measure.CONVERGED)).doesNotContainKey("ratio_step_both_hit");
  }

  @Test
  void measureThatOnePointLacks_isNotCompared() {
    List<Row> diverged =
        List.of(ToyTrials.trial(1, "diverged", 5, 9), ToyTrials.trial(2, "diverged", 6, 9));

    assertThat(compare(losses(1, 1), diverged, "loss")).isEmpty();
    assertThat(compare(losses(1, 1), losses(1, 1), Measure.CONVERGED)).isEmpty();
  }
}
