package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.basin.cli.text.DisplayWidth;
import org.basin.cli.text.FittedTable;
import org.basin.engine.compare.TrialDifferences;
import org.junit.jupiter.api.Test;

class CompareTextTest {

  private static final FittedTable NOTHING =
      new FittedTable(List.of(new FittedTable.Column("measure", false, 0, List.of())));

  private static List<String> lines(
      List<String> settings, TrialDifferences trials, List<String> axes, FittedTable measures) {
    List<String> lines =
        CompareText.lines("quickstart@previous", "longer", settings, trials, axes, measures);
    assertThat(lines).allMatch(line -> DisplayWidth.of(line) <= 80);
    return lines;
  }

  @Test
  void sameTrials_areIdentical() {
    TrialDifferences same = new TrialDifferences(8, 8, 8, 0, List.of());
    assertThat(lines(List.of(), same, List.of(), NOTHING))
        .containsExactly(
            "The settings are the same.",
            "",
            "8 trials in quickstart@previous, 8 in longer; 8 with the same id in both",
            "These are identical to the bit: verdicts, steps, last values, hitting times,",
            "curves.",
            "",
            "No measure of two trials with the same seed and axes to compare.");
  }

  @Test
  void differences_fit() {
    TrialDifferences differing =
        new TrialDifferences(
            1_000_000_000L,
            1_000_000_000L,
            1_000_000_000L,
            1_000_000_000L,
            List.of(
                new TrialDifferences.InColumn(
                    "final_a-long-name-of-an-observable", 1_000_000_000L, 1.23456e-100)));
    FittedTable measures =
        new FittedTable(
            List.of(
                new FittedTable.Column("measure", false, 0, List.of("final_".repeat(9))),
                new FittedTable.Column("points", true, 3, List.of("1000000")),
                new FittedTable.Column("identical", true, 2, List.of("1000000000")),
                new FittedTable.Column("differ", true, 2, List.of("1000000000")),
                new FittedTable.Column("largest", true, 1, List.of("-1.23456e-100")),
                new FittedTable.Column("ratio", true, 1, List.of("1.23456e100"))));
    List<String> lines =
        lines(
            List.of("trial.stop.max-steps: " + "a long value ".repeat(10)),
            differing,
            List.of("init_std", "optimiser_step_size", "model_width", "data_number_of_samples"),
            measures);
    assertThat(lines)
        .anyMatch(line -> line.startsWith("final_final_final_final_final_final_fin…  "))
        .contains("… and more columns, in the result of --format csv: points, differ");
  }
}
