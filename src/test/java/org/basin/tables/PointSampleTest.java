package org.basin.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.basin.stats.location.Moments;
import org.junit.jupiter.api.Test;

class PointSampleTest {

  /** Half of the seeds have fallen to nothing, one has hardly moved. */
  private static final List<Row> TRIALS =
      List.of(
          ToyTrials.trial(0, "converged", 40, 1e-9),
          ToyTrials.trial(1, "converged", 60, 2e-9),
          ToyTrials.trial(2, "exhausted", 5000, 0.01),
          ToyTrials.trial(3, "exhausted", 5000, 0.9),
          ToyTrials.trial(4, "diverged", 7, Double.POSITIVE_INFINITY));

  private static List<Row> rows(List<Row> trials) {
    return PointSample.read(
            trials.iterator(), ToyTrials.AXES, List.of("loss"), List.of(), ToyTrials.NO_ANALYSES)
        .rows(0.95);
  }

  private static Row row(String subject, String statistic) {
    return rows(TRIALS).stream()
        .filter(row -> row.getString(2).equals(subject) && row.getString(3).equals(statistic))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void intervalOfMeanLoss_staysAboveZero() {
    double[] losses = {1e-9, 2e-9, 0.01, 0.9};
    assertThat(Moments.of(losses).estimate(0.95).low()).isNegative();

    Row mean = row("loss", "mean");

    assertThat(mean.getDouble(4)).isCloseTo(Moments.of(losses).mean(), within(1e-15));
    assertThat(mean.getDouble(5)).isPositive();
    assertThat(mean.getString(8)).isEqualTo("student-t-log");
    assertThat(row("loss", "geometric_mean").getDouble(5)).isPositive();
    assertThat(row("loss", "iqm").getDouble(4)).isCloseTo((2e-9 + 0.01) / 2, within(1e-15));
    assertThat(row("loss", "iqm").getDouble(5)).isPositive();
  }

  @Test
  void steps_areDividedByVerdict() {
    assertThat(row("steps_converged", "mean").getDouble(4)).isEqualTo(50);
    assertThat(row("steps_exhausted", "mean").getDouble(4)).isEqualTo(5000);
    assertThat(row("steps_diverged", "median").getDouble(4)).isEqualTo(7);
    assertThat(
            rows(TRIALS).stream()
                .map(row -> row.getString(2))
                .filter(subject -> subject.startsWith("steps"))
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("steps_converged", "steps_exhausted", "steps_diverged");
  }

  @Test
  void rows_doNotDependOnTheOrderOfTrials() {
    List<Row> turned = new ArrayList<>(TRIALS);
    Collections.reverse(turned);

    assertThat(rows(turned)).isEqualTo(rows(TRIALS));
  }
}
