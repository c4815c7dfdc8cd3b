package org.basin.engine.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.basin.chart.Scale;
import org.basin.plan.figure.FigureScale;
import org.junit.jupiter.api.Test;

class ScaleChoiceTest {

  private static final FigureScale AUTO =
      new FigureScale("", FigureScale.Kind.AUTO, Double.NaN, Double.NaN, true);

  @Test
  void decades_areLogarithmic() {
    assertThat(kind(5, i -> Math.pow(10, -i))).isEqualTo(Scale.Kind.LOG);
    assertThat(kind(60, i -> i == 0 ? 0 : Math.pow(1.2, i))).isEqualTo(Scale.Kind.LOG);
  }

  @Test
  void curveThatFallsLate_isLogarithmic() {
    assertThat(kind(100, i -> i < 70 ? 200 - i : Math.exp(60 - i))).isEqualTo(Scale.Kind.LOG);
  }

  @Test
  void evenlySpaced_isLinear() {
    assertThat(kind(50_000, i -> i)).isEqualTo(Scale.Kind.LINEAR);
    assertThat(kind(4, i -> i)).isEqualTo(Scale.Kind.LINEAR);
  }

  @Test
  void fewNegativeOrNarrow_isLinear() {
    assertThat(kind(2, i -> Math.pow(10, 4 * i))).isEqualTo(Scale.Kind.LINEAR);
    assertThat(kind(9, i -> Math.pow(10, i) - 2)).isEqualTo(Scale.Kind.LINEAR);
    assertThat(kind(5, i -> Math.pow(2, i))).isEqualTo(Scale.Kind.LINEAR);
    assertThat(kind(0, i -> i)).isEqualTo(Scale.Kind.LINEAR);
    assertThat(kind(3, i -> Double.NaN)).isEqualTo(Scale.Kind.LINEAR);
  }

  @Test
  void names_areCategories_andNumbersAmongThemInTheirOrder() {
    Scale names = ScaleChoice.of(AUTO, List.of("relu", "tanh", "relu"));
    assertThat(names.kind()).isEqualTo(Scale.Kind.CATEGORY);
    assertThat(names.categories()).containsExactly("relu", "tanh");
    FigureScale asked =
        new FigureScale("", FigureScale.Kind.CATEGORY, Double.NaN, Double.NaN, true);
    assertThat(ScaleChoice.of(asked, List.of(0.1, 1e-4, 20.0)).categories())
        .containsExactly("1.0e-4", "0.1", "20");
  }

  private static Scale.Kind kind(int count, IntToDoubleFunction value) {
    List<Object> values = new ArrayList<>();
    IntStream.range(0, count).mapToDouble(value).forEach(values::add);
    return ScaleChoice.of(AUTO, values).kind();
  }
}
