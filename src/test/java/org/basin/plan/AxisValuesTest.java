package org.basin.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.basin.plan.AxisValues.Interval;
import org.basin.testing.ToySchema;
import org.junit.jupiter.api.Test;

class AxisValuesTest {

  @Test
  void range_countsInDecimals() {
    assertThat(AxisValues.range(0.1, 0.7, 0.1)).containsExactly(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7);
    assertThat(AxisValues.range(1, 0, -0.4)).containsExactly(1.0, 0.6, 0.2);
    assertThat(AxisValues.range(3, 3, 1)).containsExactly(3.0);
  }

  @Test
  void range_thatLeadsNowhereIsIllegal() {
    assertThatThrownBy(() -> AxisValues.range(0, 1, -1)).hasMessageContaining("must lead from");
    assertThatThrownBy(() -> AxisValues.range(0, 1, 0)).hasMessageContaining("must lead from");
    assertThatThrownBy(() -> AxisValues.range(0, 1, 1e-7)).hasMessageContaining("1000000 values");
  }

  @Test
  void linSpace_hasExactEndsAndCleanMiddle() {
    assertThat(AxisValues.linSpace(0, 1, 11))
        .containsExactly(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0);
    assertThat(AxisValues.linSpace(2, 2, 1)).containsExactly(2.0);
    assertThatThrownBy(() -> AxisValues.linSpace(0, 1, 1)).hasMessageContaining("at least 2");
  }

  @Test
  void logSpace_givesCleanDecades() {
    assertThat(AxisValues.logSpace(1e-2, 1e-6, 5)).containsExactly(1e-2, 1e-3, 1e-4, 1e-5, 1e-6);
    assertThat(AxisValues.logSpace(1, 1024, 11))
        .containsExactly(1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0, 1024.0);
    List<Double> thirds = AxisValues.logSpace(0.3, 7, 50);
    assertThat(thirds.get(0)).isEqualTo(0.3);
    assertThat(thirds.get(49)).isEqualTo(7.0);
    assertThatThrownBy(() -> AxisValues.logSpace(0, 1, 3)).hasMessageContaining("must be > 0");
  }

  @Test
  void random_beginsTheSameWhenLonger() {
    List<Double> few = AxisValues.logUniform(1e-3, 1, 5, 7, "init.std");
    List<Double> many = AxisValues.logUniform(1e-3, 1, 500, 7, "init.std");
    assertThat(many.subList(0, 5)).isEqualTo(few);
    assertThat(many).allMatch(x -> x >= 1e-3 && x <= 1);
    assertThat(AxisValues.logUniform(1e-3, 1, 5, 7, "other")).isNotEqualTo(few);
    assertThat(AxisValues.logUniform(1e-3, 1, 5, 8, "init.std")).isNotEqualTo(few);
  }

  @Test
  void random_hasTheMomentsAskedFor() {
    // Means of 10,000: standard errors 0.0058 and 0.02; 5 of them, p < 1e-6 for the fixed seed.
    List<Double> uniform = AxisValues.uniform(1, 3, 10_000, 1, "a");
    List<Double> normal = AxisValues.normal(5, 2, 10_000, 1, "a");
    assertThat(uniform.stream().mapToDouble(x -> x).average().orElseThrow())
        .isBetween(2 - 0.029, 2 + 0.029);
    assertThat(normal.stream().mapToDouble(x -> x).average().orElseThrow())
        .isBetween(5 - 0.1, 5 + 0.1);
    assertThat(normal.stream().mapToDouble(x -> (x - 5) * (x - 5)).average().orElseThrow())
        .isBetween(4 - 0.283, 4 + 0.283);
  }

  @Test
  void sobol_fillsTheSquareEvenly() {
    Interval unit = new Interval(0, 1, false);
    List<List<Double>> points = AxisValues.sobol(List.of(unit, unit), 16);
    for (int d = 0; d < 2; d++) {
      int dimension = d;
      assertThat(points.stream().map(p -> (int) (p.get(dimension) * 16)))
          .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }
    List<List<Double>> log = AxisValues.sobol(List.of(new Interval(0.01, 100, true)), 2);
    assertThat(log.get(0).get(0)).isEqualTo(0.01);
    assertThat(log.get(1).get(0)).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-14));
  }

  @Test
  void zip_movesPathsTogether() {
    Axis zip =
        AxisValues.zip(
            List.of(
                ToySchema.axis("model.width", 20L, 200L),
                ToySchema.axis("stop.max-steps", 1L, 2L)));
    assertThat(zip.paths()).containsExactly("model.width", "stop.max-steps");
    assertThat(zip.values()).containsExactly(List.of(20L, 1L), List.of(200L, 2L));
    assertThatThrownBy(
            () -> AxisValues.zip(List.of(ToySchema.axis("a", 1L), ToySchema.axis("b", 1L, 2L))))
        .hasMessage("zips 1 values with 2, must be as many");
    assertThatThrownBy(
            () -> AxisValues.zip(List.of(ToySchema.axis("a", 1L), ToySchema.axis("a", 2L))))
        .hasMessage("zips a twice");
  }

  @Test
  void values_areAtMostAMillion() {
    assertThatThrownBy(() -> AxisValues.uniform(0, 1, 1_000_001, 0, "a"))
        .hasMessageContaining("between 1 and 1000000");
    assertThatThrownBy(() -> AxisValues.normal(0, 0, 1, 0, "a")).hasMessageContaining("> 0");
    assertThatThrownBy(() -> new Interval(1, 1, false)).hasMessageContaining("above its start");
  }
}
