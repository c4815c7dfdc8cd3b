package org.basin.stats.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.apache.commons.csv.CSVRecord;
import org.basin.stats.Estimate;
import org.basin.testing.RecordedTable;
import org.junit.jupiter.api.Test;

class FractionsTest {

  @Test
  void wilson_equalsPropTestOfR() throws IOException {
    for (CSVRecord row : RecordedTable.rows("/r/wilson.csv")) {
      long hits = Long.parseLong(row.get("hits"));
      long count = Long.parseLong(row.get("count"));

      Estimate fraction = Fractions.wilson(hits, count, RecordedTable.number(row, "level"));

      assertThat(fraction.value()).isEqualTo((double) hits / count);
      assertThat(fraction.low()).isCloseTo(RecordedTable.number(row, "low"), within(1e-9));
      assertThat(fraction.high()).isCloseTo(RecordedTable.number(row, "high"), within(1e-9));
    }
  }

  @Test
  void wilson_isUndefined_ofNothing() {
    assertThat(Fractions.wilson(0, 0, 0.95).value()).isNaN();
  }
}
