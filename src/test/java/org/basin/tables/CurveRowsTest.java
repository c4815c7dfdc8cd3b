package org.basin.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;
import org.basin.plan.analysis.PhaseSearch;
import org.basin.plan.analysis.Rate;
import org.basin.stats.curve.RateLaw;
import org.basin.stats.curve.RateSearch;
import org.basin.train.Series;
import org.junit.jupiter.api.Test;

class CurveRowsTest {

  private static final Rate RATE =
      new Rate(
          "decay",
          "loss",
          List.of(RateLaw.values()),
          false,
          -1,
          -1,
          Double.NaN,
          new RateSearch.Choice(8, 4, 0.99, 0.001));
  private static final PhaseSearch SEARCH =
      new PhaseSearch("start", "loss", false, Double.NaN, 0.01, 0.05, 5, 2000);

  @Test
  void rate_isTheLawOfTheCurve() {
    List<Row> rows = RateTable.rates(List.of(series("loss", 100, 0.01)), List.of(RATE), 0.95);

    assertThat(rows).hasSize(1);
    assertThat(text(rows.get(0), "name")).isEqualTo("decay");
    assertThat(text(rows.get(0), "law")).isEqualTo("exponential");
    assertThat(text(rows.get(0), "problem")).isNull();
    assertThat(real(rows.get(0), "value")).isCloseTo(0.01, within(1e-14));
    assertThat(real(rows.get(0), "weight_power")).isLessThan(1e-9);
    assertThat(rows.get(0).get(RateTable.RATE.fieldIndex("offset"))).isNull();
  }

  @Test
  void rate_isNullWithAProblem() {
    List<Row> rows = RateTable.rates(List.of(series("loss", 100, 0)), List.of(RATE), 0.95);

    assertThat(text(rows.get(0), "law")).isNull();
    assertThat(text(rows.get(0), "problem")).isEqualTo("constant");
    assertThat(rows.get(0).get(RateTable.RATE.fieldIndex("from_step"))).isNull();
  }

  @Test
  void observableThatWasNotObserved_hasNoRow() {
    List<Series> curves = List.of(series("other", 100, 0.01));

    assertThat(RateTable.rates(curves, List.of(RATE), 0.95)).isEmpty();
    assertThat(PhaseTable.phases(curves, List.of(SEARCH))).isEmpty();
  }

  @Test
  void phases_areThoseOfTheCurve() {
    long[] steps = LongStream.range(0, 100).toArray();
    double[] values = LongStream.of(steps).mapToDouble(n -> n < 60 ? 1 : 0).toArray();

    Row row =
        PhaseTable.phases(
                List.of(new Series("loss", Series.SCALAR, steps, values)), List.of(SEARCH))
            .get(0);

    assertThat(row.getString(0)).isEqualTo("start");
    assertThat(row.getDouble(PhaseTable.SEARCH.fieldIndex("length"))).isEqualTo(59);
    assertThat(row.getBoolean(PhaseTable.SEARCH.fieldIndex("escaped"))).isTrue();
    assertThat(row.getList(PhaseTable.SEARCH.length() - 1)).hasSize(2);
  }

  private static String text(Row row, String column) {
    return row.getString(RateTable.RATE.fieldIndex(column));
  }

  private static double real(Row row, String column) {
    return row.getDouble(RateTable.RATE.fieldIndex(column));
  }

  private static Series series(String observable, int length, double rate) {
    long[] steps = LongStream.range(0, length).toArray();
    double[] values = LongStream.of(steps).mapToDouble(n -> Math.exp(-rate * n)).toArray();
    return new Series(observable, Series.SCALAR, steps, values);
  }
}
