package org.basin.stats.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.apache.commons.csv.CSVRecord;
import org.basin.testing.RecordedTable;
import org.junit.jupiter.api.Test;

/** Comparisons of two samples beside those that R makes. */
class ComparisonsOfRTest {

  @Test
  void pairedTests_equalThoseOfR() throws IOException {
    for (CSVRecord row : RecordedTable.rows("/r/comparison.csv")) {
      PairedSample pairs =
          new PairedSample(
              RecordedTable.numbers(row, "first"), RecordedTable.numbers(row, "second"));
      Contrast difference = pairs.meanDifference(0.95);
      Contrast ratio = pairs.ratio(0.95);

      near(row, "difference", difference.estimate().value());
      near(row, "low", difference.estimate().low());
      near(row, "high", difference.estimate().high());
      near(row, "p", difference.p());
      near(row, "ratio", ratio.estimate().value());
      near(row, "ratio_low", ratio.estimate().low());
      near(row, "ratio_high", ratio.estimate().high());
      near(row, "ratio_p", ratio.p());
    }
  }

  @Test
  void rankTest_equalsThatOfR() throws IOException {
    for (CSVRecord row : RecordedTable.rows("/r/comparison.csv")) {
      MannWhitney ranks =
          MannWhitney.of(RecordedTable.numbers(row, "first"), RecordedTable.numbers(row, "second"));

      near(row, "u", ranks.u());
      near(row, "rank_p", ranks.improvement(0.95).p());
    }
  }

  @Test
  void correctedPs_equalThoseOfR() throws IOException {
    for (CSVRecord row : RecordedTable.rows("/r/holm.csv")) {
      double[] adjusted = Holm.adjust(numbers(row, "p"));
      double[] expected = numbers(row, "adjusted");
      for (int i = 0; i < expected.length; i++) {
        assertThat(adjusted[i]).as(row.get("p")).isEqualTo(expected[i], within(1e-12));
      }
    }
  }

  private static double[] numbers(CSVRecord row, String column) {
    String[] texts = row.get(column).split(" ", -1);
    double[] numbers = new double[texts.length];
    for (int i = 0; i < texts.length; i++) {
      numbers[i] = texts[i].equals("NA") ? Double.NaN : Double.parseDouble(texts[i]);
    }
    return numbers;
  }

  private static void near(CSVRecord row, String column, double actual) {
    double expected = RecordedTable.number(row, column);
    assertThat(actual)
        .as(row.get("case") + " " + column)
        .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
  }
}
