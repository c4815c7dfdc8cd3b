package org.basin.stats.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.csv.CSVRecord;
import org.basin.testing.RecordedTable;
import org.junit.jupiter.api.Test;

class PhasesTest {

  private static final Phases.Options LINEAR =
      new Phases.Options(false, Double.NaN, 0.01, 0.05, 5, 2000);
  private static final Phases.Options LOG =
      new Phases.Options(true, Double.NaN, 0.01, 0.05, 5, 2000);

  @Test
  void divisions_equalThoseOfR() throws IOException {
    for (CSVRecord row : RecordedTable.rows("/org/basin/stats/curve/phases.csv")) {
      double penalty = RecordedTable.number(row, "penalty");
      double[] z = RecordedTable.numbers(row, "z");
      ChangePoints search =
          new ChangePoints(RecordedTable.numbers(row, "x"), z, penalty, LINEAR.minLength());

      int[] starts = search.starts();

      double[] ofR = RecordedTable.numbers(row, "starts");
      assertThat(starts)
          .as(row.get("case"))
          .containsExactly(Arrays.stream(ofR).mapToInt(s -> (int) s).toArray());
      double total = -penalty;
      for (int i = 0; i < starts.length; i++) {
        int end = i + 1 < starts.length ? starts[i + 1] : z.length;
        total += search.cost(starts[i], end) + penalty;
      }
      assertThat(total)
          .as(row.get("case"))
          .isCloseTo(RecordedTable.number(row, "best"), within(1e-10));
    }
  }

  @Test
  void plateau_isTheFlatPartThatTheCurveEscapes() {
    Phases phases = phases(LINEAR, n -> n <= 400 ? 1 : Math.max(0, 1 - (n - 400) / 200));

    assertThat(phases.phases()).hasSize(3);
    assertThat(phases.plateauFrom()).isZero();
    assertThat(phases.plateauTo()).isEqualTo(400);
    assertThat(phases.escaped()).isTrue();
    assertThat(phases.length()).isEqualTo(400);
    assertThat(phases.phases()).extracting(Phase::isPlateau).containsExactly(true, false, false);
  }

  @Test
  void plateau_isFoundBetweenTwoFalls() {
    Phases phases =
        phases(
            LINEAR,
            n -> n < 200 ? 1 - n / 400 : n < 700 ? 0.5 : Math.max(0, 0.5 - (n - 700) / 400));

    assertThat(phases.plateauFrom()).isBetween(190L, 210L);
    assertThat(phases.plateauTo()).isBetween(690L, 710L);
    assertThat(phases.escaped()).isTrue();
  }

  @Test
  void plateauAtTheEnd_hasNoLength() {
    Phases phases = phases(LINEAR, n -> Math.max(0, 1 - n / 200));

    assertThat(phases.escaped()).isFalse();
    assertThat(phases.plateauTo()).isEqualTo(1000);
    assertThat(phases.length()).isNaN();
  }

  @Test
  void powerLaw_isOnePhaseOnTheLogarithmicScale() {
    Phases phases = phases(LOG, n -> Math.pow(n + 1, -0.5));

    assertThat(phases.phases()).hasSize(1);
    assertThat(phases.plateauFrom()).isEqualTo(-1);
    assertThat(phases.phases().get(0).change()).isCloseTo(-0.5 * Math.log(1001), within(1e-9));
  }

  @Test
  void degenerateCurves_areDefined() {
    assertThat(phases(LINEAR, n -> 3).phases()).hasSize(1);
    assertThat(phases(LINEAR, n -> 3).escaped()).isFalse();
    assertThat(phases(LINEAR, n -> Double.NaN).phases()).isEmpty();
    assertThat(phases(LOG, n -> 0).phases()).isEmpty();
    assertThat(phases(LINEAR, n -> n > 600 ? Double.POSITIVE_INFINITY : 1).phases())
        .extracting(Phase::toStep)
        .isEqualTo(List.of(600L));
    assertThat(Phases.of(new long[] {0, 1}, new double[] {1, 2}, LINEAR).phases()).hasSize(1);
  }

  @Test
  void longCurves_areThinned() {
    long[] steps = new long[100_000];
    double[] values = new double[steps.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = i;
      values[i] = i < 50_000 ? 1 : 0;
    }

    Phases phases = Phases.of(steps, values, LINEAR);

    assertThat(phases.phases().stream().mapToInt(Phase::count).sum()).isEqualTo(LINEAR.maxPoints());
    assertThat(phases.plateauTo()).isBetween(49_900L, 50_000L);
  }

  private static Phases phases(Phases.Options options, DoubleUnaryOperator curve) {
    long[] steps = new long[101];
    double[] values = new double[steps.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = 10L * i;
      values[i] = curve.applyAsDouble(10.0 * i);
    }
    return Phases.of(steps, values, options);
  }
}
