package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.basin.engine.LawSummary;
import org.basin.stats.Estimate;
import org.junit.jupiter.api.Test;

class LawTextTest {

  private static LawSummary boundary(double std, double low, double high, String method) {
    Estimate estimate = new Estimate(Double.NaN, low, high, Double.NaN, method, 8);
    return new LawSummary(
        "diverged",
        LawSummary.BOUNDARY,
        "optimiser.step-size",
        Map.of("init_std", std),
        estimate,
        Double.NaN);
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
    assertThat(lines).hasSize(5);
    assertThat(lines.get(2)).contains("init_std 0.1 and 1 more").endsWith("1 to 2");
    assertThat(lines.get(3)).endsWith("2 to ?");
    assertThat(lines.get(4)).endsWith("not crossed");
  }

  @Test
  void law_saysItsQuantity_andWhetherItBends() {
    Estimate estimate = new Estimate(-51.23456, -52, -50.5, 0.95, "least-squares-clustered", 75);
    LawSummary law =
        new LawSummary("escape", "per_decade logarithmic", "init.std", Map.of(), estimate, 1.2e-5);
    assertThat(LawText.lines(List.of(law)).get(2))
        .contains("escape per decade of init_std", "-51.23", "-52 to -50.5; bends, p = 1e-05");
  }
}
