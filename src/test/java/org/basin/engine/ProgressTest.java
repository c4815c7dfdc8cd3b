package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.basin.train.Verdict;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static Map<Verdict, Long> counts(long each) {
    Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict, each);
    }
    return counts;
  }

  @Test
  void line_fitsWhateverTheCounts() {
    long done = 123_456L * Verdict.values().length;
    for (int columns : new int[] {10, 40, 79, 200}) {
      for (long total : new long[] {done, 1_000_000_000L}) {
        String line = Progress.line(counts(123_456), total, 1e5, columns);
        assertThat(line.length()).isLessThanOrEqualTo(columns);
        assertThat(line).startsWith("trained 61".substring(0, Math.min(10, columns)));
      }
    }
  }

  @Test
  void verdicts_goBeforeTheTime() {
    assertThat(Progress.line(counts(2), 20, 10, 200))
        .startsWith("trained 10 of 20 trials (")
        .endsWith("), about 10 s left");
    assertThat(Progress.line(counts(2), 20, 10, 60))
        .isEqualTo("trained 10 of 20 trials, about 10 s left");
    assertThat(Progress.line(counts(2), 20, 10, 30)).isEqualTo("trained 10 of 20 trials");
    assertThat(Progress.line(counts(0), 20, 10, 80)).isEqualTo("trained 0 of 20 trials");
    assertThat(Progress.line(counts(2), 20, Double.NaN, 60)).isEqualTo("trained 10 of 20 trials");
  }
}
