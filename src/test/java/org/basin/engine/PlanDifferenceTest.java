package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.basin.plan.analysis.Analyses;
import org.junit.jupiter.api.Test;

class PlanDifferenceTest {

  private static String sweep(int seeds, String more) {
    return "sweep { name = s, seeds.count = "
        + seeds
        + ", statistics.resamples = 200\n"
        + more
        + " }";
  }

  @Test
  void analyses_decideNothingOfTrials() {
    StringBuilder all = new StringBuilder();
    for (String key : Analyses.KEYS) {
      all.append(key).append(" = [{ of = loss }]\n");
    }
    assertThat(PlanDifference.lines(sweep(3, ""), sweep(3, all.toString()))).isEmpty();
    assertThat(PlanDifference.lines(sweep(3, ""), sweep(4, all.toString())))
        .containsExactly("seeds.count: 3 in the last run, 4 now");
  }

  @Test
  void changedAnalyses_areNamedByTheirKeys() {
    String before = sweep(3, "rates = [], scaling = [{ of = escape, form = power }]");
    String after =
        sweep(
            4, "rates = [], scaling = [{ of = escape, form = linear }], curves = [{ of = loss }]");
    // An earlier version of Basin knew no curves, so the last run did not ask for others.
    assertThat(PlanDifference.analyses(before, after)).containsExactly("scaling");
    assertThat(PlanDifference.analyses(before, before)).isEmpty();
    assertThat(PlanDifference.analyses(sweep(3, "rates = [1]"), sweep(3, "")))
        .containsExactly("rates");
    assertThat(PlanDifference.analyses("damaged {", after)).isEmpty();
  }
}
