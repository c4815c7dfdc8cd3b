package org.basin.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Offset;
import org.basin.testing.RecordedTable;

/** The cases that {@code survfit.R} recorded. */
final class RecordedSurvival {

  private static final Offset<Double> TOLERANCE = Offset.offset(1e-11);

  private RecordedSurvival() {}

  static List<CSVRecord> cases() throws IOException {
    return RecordedTable.rows("/org/basin/stats/survival/survfit.csv");
  }

  static EventTimes sample(CSVRecord row) {
    double[] codes = RecordedTable.numbers(row, "statuses");
    Status[] statuses = new Status[codes.length];
    List<Status> byCode =
        List.of(Status.CENSORED, Status.HIT, Status.DIVERGED, Status.FAILED, Status.TIMED_OUT);
    for (int i = 0; i < codes.length; i++) {
      statuses[i] = byCode.get((int) codes[i]);
    }
    return EventTimes.of(RecordedTable.numbers(row, "times"), statuses);
  }

  /** Checks a curve or a list of numbers against a column of the recorded case. */
  static void check(CSVRecord row, String column, double... actual) {
    double[] expected = RecordedTable.numbers(row, column);
    assertThat(actual).as(row.get("case") + " " + column).hasSize(expected.length);
    for (int i = 0; i < actual.length; i++) {
      check(row.get("case") + " " + column + " " + i, actual[i], expected[i]);
    }
  }

  private static void check(String what, double actual, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(actual).as(what).isNaN();
    } else {
      assertThat(actual).as(what).isCloseTo(expected, TOLERANCE);
    }
  }
}
