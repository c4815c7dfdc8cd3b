package org.basin.stats.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.apache.commons.csv.CSVRecord;
import org.basin.testing.RecordedTable;
import org.junit.jupiter.api.Test;

class CurveBandTest {

  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private static CurveBand of(double... values) {
    return CurveBand.of(values);
  }

  @Test
  void bands_agreeWithR() throws IOException {
    for (CSVRecord row : RecordedTable.rows("/org/basin/stats/curve/bands.csv")) {
      double[] values = RecordedTable.numbers(row, "values");
      CurveBand band = CurveBand.of(values);
      assertThat(band.count()).isEqualTo(values.length);
      check(row, "q05", band.q05());
      check(row, "q25", band.q25());
      check(row, "median", band.median());
      check(row, "q75", band.q75());
      check(row, "q95", band.q95());
      check(row, "mean", band.mean());
      check(row, "iqm", band.iqm());
    }
  }

  private static void check(CSVRecord row, String column, double value) {
    double expected = RecordedTable.number(row, column);
    assertThat(value)
        .as(row.get("sample") + " " + column)
        .isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
  }

  @Test
  void orderOfValues_changesNoBit() {
    assertThat(of(0.1, 1e9, -3, 0.7, 1e-9)).isEqualTo(of(1e-9, 0.7, 0.1, -3, 1e9));
    assertThat(of(0.0, -0.0)).isEqualTo(of(-0.0, 0.0));
  }

  @Test
  void noValue_hasNoBand() {
    assertThat(of()).isEqualTo(new CurveBand(0, NAN, NAN, NAN, NAN, NAN, NAN, NAN));
  }

  @Test
  void equalValues_haveABandOfNoWidth() {
    assertThat(of(0.1, 0.1, 0.1)).isEqualTo(new CurveBand(3, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1));
  }

  /** One of nine trials diverged: the quantiles that do not rest on it stay. */
  @Test
  void undefinedValue_countsAsLargest() {
    CurveBand band = of(1, 2, 3, NAN, 4, 5, 6, 7, 8);
    assertThat(band.q25()).isEqualTo(3);
    assertThat(band.median()).isEqualTo(5);
    assertThat(band.q75()).isEqualTo(7);
    assertThat(band.q95()).isNaN();
    assertThat(band.mean()).isNaN();
    assertThat(band.iqm()).isEqualTo(5);
    assertThat(of(1, NAN, NAN).median()).isNaN();
  }

  @Test
  void infiniteValue_staysInfinite() {
    CurveBand band = of(1, 2, 3, INFINITE, INFINITE);
    assertThat(band.median()).isEqualTo(3);
    assertThat(band.q75()).isEqualTo(INFINITE);
    assertThat(band.q95()).isEqualTo(INFINITE);
    assertThat(band.mean()).isEqualTo(INFINITE);
    assertThat(of(INFINITE).iqm()).isEqualTo(INFINITE);
    assertThat(of(-INFINITE, INFINITE).mean()).isNaN();
  }
}
