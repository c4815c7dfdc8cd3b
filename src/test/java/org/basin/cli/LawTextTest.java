package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.basin.engine.LawSummary;
import org.basin.stats.Estimate;
import org.junit.jupiter.api.Test;

class LawTextTest {

  private static LawSummary boundary(double std, double low, double high, String method) {
    Estimate estimate = new Estimate(Double.NaN, low, high, Double.NaN, method, 8);
    return new LawSummary(
        "diverged-along-step-size",
        "diverged",
        LawSummary.BOUNDARY,
        "optimiser.step-size",
        Map.of("init_std", std),
        estimate,
        false);
  }

  @Test
  void noLaws_haveNoLines() {
    assertThat(LawText.lines(List.of())).isEmpty();
  }

  @Test
  void sameBoundaries_areOneRow_andAnOpenEndIsUnknown() {
    List<String> lines =
        LawText.lines(
            List.of(
                boundary(0.1, 1, 2, "bracket"),
                boundary(0.2, 1, 2, "bracket"),
                boundary(0.3, 2, Double.NaN, "bracket"),
                boundary(0.4, Double.NaN, Double.NaN, "no-crossing")));
    assertThat(lines)
        .containsExactly(
            "law                        value  interval",
            "-------------------------  -----  -----------",
            "diverged beyond optimiser_step_size",
            "  init_std 0.1 and 1 more         1 to 2",
            "  init_std 0.3                    2 to ?",
            "  init_std 0.4                    not crossed");
  }

  private static LawSummary law(String name, Map<String, Object> by) {
    Estimate estimate = new Estimate(-51.23456, -52, -50.5, 0.95, "least-squares-clustered", 75);
    return new LawSummary(
        name, "escape", "per_decade logarithmic", "init.std", by, estimate, !by.isEmpty());
  }

  @Test
  void law_saysItsQuantity_andWhetherItBends() {
    assertThat(LawText.lines(List.of(law("small", Map.of()))).get(2))
        .isEqualTo("escape per decade of init_std  -51.23  -52 to -50.5");
    assertThat(LawText.lines(List.of(law("small", Map.of("a", 1)))).get(3))
        .endsWith("-51.23  -52 to -50.5; bends");
  }

  @Test
  void twoLawsOfOneMeasure_haveTheirNames() {
    List<String> lines = LawText.lines(List.of(law("small", Map.of()), law("large", Map.of())));
    assertThat(lines.get(2)).startsWith("escape per decade of init_std (small)  ");
    assertThat(lines.get(3)).startsWith("escape per decade of init_std (large)  ");
  }

  @Test
  void manyAxes_areBroken_andTheNumbersBelow() {
    Map<String, Object> by = new LinkedHashMap<>();
    for (String axis : List.of("data_samples", "init_gain", "model_depth", "optimiser_step_size")) {
      by.put(axis, 0.00012345);
    }
    List<String> lines = LawText.lines(List.of(law("small", by)));
    assertThat(lines).allMatch(line -> line.length() <= 80).hasSize(6);
    assertThat(lines.get(5).strip()).isEqualTo("-51.23  -52 to -50.5; bends");
  }
}
