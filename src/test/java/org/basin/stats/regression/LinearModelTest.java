package org.basin.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LinearModelTest {

  private static final Map<String, double[]> TRIALS = RCases.columns("trials.csv");

  @Test
  void line_isThatOfR() {
    double[][] rows = new double[80][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {1, Math.log(TRIALS.get("x")[i])};
    }
    LinearModel line = LinearModel.of(rows, TRIALS.get("y"));
    RCases.matches("line", line.coefficients());
    RCases.matches("line classical", line.classical());
    RCases.matches("line robust", line.robust());
    RCases.matches("line clustered", line.clustered(RCases.whole(TRIALS.get("seed"))));
  }

  @Test
  void plane_isThatOfR() {
    double[][] rows = new double[80][];
    double[] y = new double[80];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {1, Math.log(TRIALS.get("x")[i]), Math.log(TRIALS.get("z")[i])};
      y[i] = Math.log(TRIALS.get("y")[i]);
    }
    LinearModel plane = LinearModel.of(rows, y);
    RCases.matches("plane", plane.coefficients());
    RCases.matches("plane classical", plane.classical());
    RCases.matches("plane clustered", plane.clustered(RCases.whole(TRIALS.get("seed"))));
  }

  @Test
  void farFromZero_keepsItsDigits() {
    double[][] rows = {{1, 1e8}, {1, 1e8 + 1}, {1, 1e8 + 2}, {1, 1e8 + 3}};
    LinearModel line = LinearModel.of(rows, new double[] {1, 3, 5, 7});
    assertThat(line.coefficients()[1]).isCloseTo(2, within(1e-6));
  }

  @Test
  void dependentColumnsOrTooFewRows_areUndefined() {
    double[][] same = {{1, 2}, {1, 2}, {1, 2}};
    assertThat(LinearModel.of(same, new double[] {1, 2, 3}).isDefined()).isFalse();
    assertThat(LinearModel.of(new double[][] {{1, 2}}, new double[] {1}).isDefined()).isFalse();
    assertThat(LinearModel.of(new double[0][], new double[0]).isDefined()).isFalse();
  }

  @Test
  void nanOrInfiniteResponse_makesEveryNumberNan() {
    double[][] rows = {{1, 1}, {1, 2}, {1, 3}};
    for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      LinearModel line = LinearModel.of(rows, new double[] {1, odd, 3});
      assertThat(line.coefficients()[1]).isNaN();
    }
  }
}
