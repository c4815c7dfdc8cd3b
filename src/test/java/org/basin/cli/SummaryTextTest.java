package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.basin.cli.text.DisplayWidth;
import org.basin.engine.LawSummary;
import org.basin.engine.PointSummary;
import org.basin.engine.RunSummary;
import org.basin.stats.Estimate;
import org.basin.tables.PointTable;
import org.basin.tables.Statistic;
import org.basin.train.Verdict;
import org.junit.jupiter.api.Test;

class SummaryTextTest {

  private static final Estimate INTERVAL =
      new Estimate(-51.2345, -51.5432, -50.8765, 0.95, "least-squares-clustered", 75);

  private static PointSummary point(int index, int axes, List<String> times) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int axis = 0; axis < axes; axis++) {
      values.put(axis == 0 ? "optimiser_step_size" : "trial_setting_" + axis, 1e-3 * index);
    }
    List<PointSummary.Entry> entries = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      entries.add(
          new PointSummary.Entry(
              PointTable.VERDICTS, Statistic.fraction(verdict), Estimate.point(0.2, 25)));
    }
    for (String time : times) {
      for (Statistic statistic : List.of(Statistic.HIT_FRACTION, Statistic.KM_MEDIAN)) {
        entries.add(new PointSummary.Entry(time, statistic, Estimate.point(1, 25)));
      }
    }
    return new PointSummary("p" + index, values, entries);
  }

  private static RunSummary summary(
      int axes, List<String> times, long trials, List<LawSummary> laws, List<String> failures) {
    Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(verdict, trials / 10);
    }
    List<PointSummary> points = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      points.add(point(i, axes, times));
    }
    return new RunSummary(
        "quickstart",
        "file:/o/quickstart",
        trials,
        trials / 2,
        0,
        verdicts,
        points,
        trials,
        laws,
        10.8,
        failures);
  }

  private static List<String> lines(RunSummary summary) {
    List<String> lines = new SummaryText(summary, "output").lines();
    assertThat(lines).allMatch(line -> DisplayWidth.of(line) <= 80);
    return lines;
  }

  @Test
  void everyVerdict_fits() {
    assertThat(lines(summary(1, List.of(), 500, List.of(), List.of())).get(4))
        .contains("trials", "converged", "timed_out");
  }

  @Test
  void largeSweep_fits() {
    List<LawSummary> laws = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Map<String, Object> by = new LinkedHashMap<>();
      by.put("optimiser_step_size", 1e-3 * i);
      by.put("data_number_of_samples", 1234567L);
      laws.add(new LawSummary("first", "escape", "exponent power", "init.std", by, INTERVAL, true));
    }
    String failure = "a task failed because of a reason that takes many words ".repeat(5);
    List<String> lines =
        lines(summary(6, List.of("escape", "half-way"), 12_345_678_900L, laws, List.of(failure)));
    assertThat(lines).anyMatch(line -> line.startsWith("… and more columns, in the table points:"));
    assertThat(lines).contains("exponent of escape in init_std");
  }
}
