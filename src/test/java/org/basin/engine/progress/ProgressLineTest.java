package org.basin.engine.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.basin.train.Verdict;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  private static final Style PLAIN = new Style(false);

  private static ProgressState state(long each, long planned, double left) {
    Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict, each);
    }
    return new ProgressState(counts, planned, 12_345_678, 75, left, 3, 12, true);
  }

  private static String line(ProgressState state, int columns) {
    ProgressLine.Line line = new ProgressLine(state, false, PLAIN).within(columns);
    assertThat(line.printed()).hasSize(line.width());
    return line.printed();
  }

  @Test
  void line_fitsEveryWidth_whateverTheNumbers() {
    for (ProgressState state :
        new ProgressState[] {
          state(0, 0, Double.NaN),
          state(0, 20, Double.NaN),
          state(2, 20, 100),
          state(123_456, 1_000_000_000, 1e6),
          state(Long.MAX_VALUE / 8, Long.MAX_VALUE, 1e300)
        }) {
      for (int columns = 1; columns <= 250; columns++) {
        assertThat(line(state, columns).length()).as("%d columns", columns).isBetween(1, columns);
      }
    }
  }

  @Test
  void verdicts_goFirst_thenTheOthersInTheirOrder() {
    ProgressState state = state(2, 20, 100);
    String[] going = {"converged", "executors", "so far", "min  12.35M", "steps", "━", "left"};
    int before = 250;
    for (String part : going) {
      int columns = before;
      while (columns > 0 && line(state, columns).contains(part)) {
        columns--;
      }
      // Where it is left out, everything that was left out before stays out, and the rest is there.
      assertThat(columns).as(part).isPositive().isLessThan(before);
      before = columns + 1;
    }
    assertThat(line(state, 20)).isEqualTo("10 of 20 trials");
  }

  @Test
  void wideLine_hasEverything() {
    assertThat(line(state(2, 20, 100), 250))
        .endsWith(
            "  10 of 20 trials  about 1 min 40 s left  8.0/min  12.35M steps  1 min 15 s so far"
                + "  3 executors  converged 2, exhausted 2, diverged 2, failed 2, timed_out 2");
  }

  @Test
  void bar_isAsFullAsTheRun() {
    assertThat(PLAIN.bar(0, 4)).isEqualTo("────");
    assertThat(PLAIN.bar(0.5, 4)).isEqualTo("━━──");
    assertThat(PLAIN.bar(0.9, 4)).isEqualTo("━━━╸");
    assertThat(PLAIN.bar(1, 4)).isEqualTo("━━━━");
  }

  @Test
  void colours_takeNoColumnsAndStayAwayIfUnwanted() {
    ProgressState state = state(2, 20, 100);
    ProgressLine.Line coloured = new ProgressLine(state, false, new Style(true)).within(160);
    assertThat(coloured.printed()).contains("\033[");
    assertThat(coloured.printed().replaceAll("\033\\[[0-9]*m", "")).isEqualTo(line(state, 160));
    assertThat(coloured.width()).isEqualTo(line(state, 160).length());
  }

  @Test
  void timeThatNobodyKnows_isNotShown() {
    assertThat(line(state(2, 20, Double.NaN), 160)).doesNotContain("left", "NaN");
  }
}
