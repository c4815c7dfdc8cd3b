package org.basin.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.csv.CSVRecord;
import org.basin.testing.RecordedTable;
import org.junit.jupiter.api.Test;

class LogRankTest {

  private static boolean[] flags(double[] numbers) {
    boolean[] flags = new boolean[numbers.length];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = numbers[i] == 1;
    }
    return flags;
  }

  @Test
  void test_equalsSurvdiffOfR_withAndWithoutStrata() throws IOException {
    for (CSVRecord row : RecordedTable.rows("/org/basin/stats/survival/survdiff.csv")) {
      double[] times = RecordedTable.numbers(row, "times");
      boolean[] hits = flags(RecordedTable.numbers(row, "hits"));
      int[] groups =
          Arrays.stream(RecordedTable.numbers(row, "groups")).mapToInt(g -> (int) g).toArray();
      long[] strata =
          Arrays.stream(RecordedTable.numbers(row, "strata")).mapToLong(s -> (long) s).toArray();

      LogRank plain = LogRank.of(times, hits, groups);
      LogRank stratified = LogRank.stratified(times, hits, groups, strata);

      RecordedSurvival.check(row, "observed", plain.observed());
      RecordedSurvival.check(row, "expected", plain.expected());
      RecordedSurvival.check(row, "chisq", plain.chiSquare());
      RecordedSurvival.check(row, "p", plain.pValue());
      RecordedSurvival.check(row, "observed", stratified.observed());
      RecordedSurvival.check(row, "strata_expected", stratified.expected());
      RecordedSurvival.check(row, "strata_chisq", stratified.chiSquare());
      RecordedSurvival.check(row, "strata_p", stratified.pValue());
    }
  }

  @Test
  void test_isUndefined_whereNothingCanDiffer() {
    LogRank atOnce = LogRank.of(new double[] {5, 5}, new boolean[] {true, true}, new int[] {0, 1});
    LogRank never = LogRank.of(new double[] {5, 7}, new boolean[2], new int[] {0, 1});
    LogRank alone = LogRank.of(new double[] {5, 7}, new boolean[] {true, true}, new int[2]);
    LogRank empty = LogRank.of(new double[0], new boolean[0], new int[0]);

    for (LogRank test : new LogRank[] {atOnce, never, alone, empty}) {
      assertThat(test.degrees()).isZero();
      assertThat(test.chiSquare()).isNaN();
      assertThat(test.pValue()).isNaN();
    }
  }

  /** Two pairs of groups that no stratum joins: two tests in one, of one degree each. */
  @Test
  void degrees_areTheRank_whereStrataDoNotJoinTheGroups() {
    double[] times = {1, 4, 2, 6, 3, 1, 5, 2};
    boolean[] hits = {true, true, true, false, true, true, true, true};
    int[] groups = {0, 1, 0, 1, 2, 3, 2, 3};
    long[] strata = {0, 0, 0, 0, 1, 1, 1, 1};

    LogRank both = LogRank.stratified(times, hits, groups, strata);

    double one =
        LogRank.of(Arrays.copyOf(times, 4), Arrays.copyOf(hits, 4), Arrays.copyOf(groups, 4))
            .chiSquare();
    double other =
        LogRank.of(
                Arrays.copyOfRange(times, 4, 8),
                Arrays.copyOfRange(hits, 4, 8),
                new int[] {0, 1, 0, 1})
            .chiSquare();
    assertThat(both.degrees()).isEqualTo(2);
    assertThat(both.chiSquare()).isCloseTo(one + other, org.assertj.core.data.Offset.offset(1e-12));
  }

  @Test
  void time_isRefused_whereItIsNoNumber() {
    assertThatThrownBy(() -> LogRank.of(new double[] {Double.NaN}, new boolean[1], new int[1]))
        .hasMessage("time is NaN, must be finite");
    assertThatThrownBy(() -> LogRank.of(new double[2], new boolean[1], new int[1]))
        .hasMessage("the arrays differ in length");
  }
}
