package org.basin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.basin.linalg.Matrix;
import org.basin.settings.RandomStreams;
import org.basin.settings.Section;
import org.basin.settings.SpecException;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;

class LabelsTest {

  private static final List<List<Double>> ROWS =
      List.of(List.of(1.0, 2.0), List.of(0.0, 0.0), List.of(-4.0, 1.0));

  @Test
  void target_labelsAsTheExpression() {
    TrainingSet set = set("explicit", Map.of("inputs", ROWS, "target", "5*relu(x1)^2 - x2"));
    assertThat(set.labels().data()).containsExactly(3, 0, -1);
    assertThat(set.direction()).isNull();
  }

  @Test
  void circleGrid_hasTheSumOfSquaresOfTheReference() {
    // Kumar & Haupt (2024): L(0) = ½Σy² = 192.1875 on the grid of 50.
    TrainingSet set =
        set("circle-grid", Map.of("samples", 50L, "target", "5*relu(x1)^2 + 4*relu(-x1)^2"));
    assertThat(set.size()).isEqualTo(50);
    assertThat(set.examples().get(0, 0)).isEqualTo(1);
    assertThat(set.examples().get(1, 0)).isEqualTo(0);
    assertThat(set.examples().get(1, 1)).isEqualTo(Math.sin(2 * Math.PI / 50));
    double sum = 0;
    for (double y : set.labels().data()) {
      sum += y * y / 2;
    }
    assertThat(sum).isCloseTo(192.1875, within(1e-11));
  }

  @Test
  void direction_labelsBySide_zeroCountingAsPositive() {
    TrainingSet set = set("explicit", Sections.withDirection(Map.of("inputs", ROWS), 3.0, 4.0));
    assertThat(set.labels().data()).containsExactly(1, 1, -1);
    assertThat(set.direction().data()).containsExactly(0.6, 0.8);
  }

  @Test
  void linear_labelsByTheProduct() {
    TrainingSet set =
        set(
            "explicit",
            Map.of("inputs", ROWS, "teacher.kind", "linear", "teacher.vector", List.of(3.0, 4.0)));
    assertThat(set.labels().data()).containsExactly(11, 0, -8);
    assertThat(set.direction().data()).containsExactly(0.6, 0.8);
  }

  @Test
  void network_isDrawnFromTheDataSeed_andTheInputsDoNotDependOnIt() {
    Map<String, Object> network = networkOf(3L);
    TrainingSet narrow = set("gaussian", network);
    assertThat(set("gaussian", network).labels().data()).isEqualTo(narrow.labels().data());
    TrainingSet wide = set("gaussian", networkOf(30L));
    assertThat(wide.examples().data()).isEqualTo(narrow.examples().data());
    assertThat(wide.labels().data()).isNotEqualTo(narrow.labels().data());
    TrainingSet target = set("gaussian", Map.of("dimension", 2L, "samples", 600L, "target", "x1"));
    assertThat(target.examples().data()).isEqualTo(narrow.examples().data());
    // A squared-ReLU network is positive and homogeneous of degree two.
    assertThat(Arrays.stream(narrow.labels().data())).allMatch(y -> y >= 0);
  }

  @Test
  void network_labelsEveryBlockOfALargeSet() {
    TrainingSet whole = set("gaussian", networkOf(3L));
    Map<String, Object> settings = networkOf(3L);
    settings.put("samples", 10L);
    TrainingSet few = set("gaussian", settings);
    for (int c = 0; c < 10; c++) {
      assertThat(whole.labels().get(0, c)).isCloseTo(few.labels().get(0, c), within(1e-12));
    }
    assertThat(whole.labels().get(0, 599)).isNotZero();
  }

  @Test
  void explicitLabels_areOneNumberOrOneRowAnExample() {
    assertThat(set("explicit", Map.of("inputs", ROWS, "labels", List.of(7.0, 8.0, 9.0))).labels())
        .satisfies(labels -> assertThat(labels).hasToString("1 x 3"))
        .extracting(Matrix::data)
        .isEqualTo(new double[] {7, 8, 9});
    List<List<Double>> rows = List.of(List.of(1.0, 2.0), List.of(3.0, 4.0), List.of(5.0, 6.0));
    assertThat(set("explicit", Map.of("inputs", ROWS, "labels", rows)).labels())
        .satisfies(labels -> assertThat(labels).hasToString("2 x 3"))
        .extracting(Matrix::data)
        .isEqualTo(new double[] {1, 2, 3, 4, 5, 6});
  }

  @Test
  void explicitLabels_ofAnotherCount_areAnError() {
    assertError(
        "explicit",
        Map.of("inputs", ROWS, "labels", List.of(7.0, 8.0)),
        "data.labels has 2 labels, must have 3, one for each example");
  }

  @Test
  void labels_comeFromExactlyOneSource() {
    assertError(
        "circle", Map.of("samples", 3L), "data has no labels, must have one of target, teacher");
    assertError(
        "circle",
        Sections.withDirection(Map.of("samples", 3L, "target", "x1"), 1.0, 0.0),
        "data.teacher is given, and so is target: give only one of target, teacher");
    assertError(
        "explicit",
        Map.of("inputs", ROWS),
        "data has no labels, must have one of labels, target, teacher");
  }

  @Test
  void samples_areGivenUnlessFresh() {
    assertError(
        "circle", Map.of("target", "x1"), "data has no samples, must have samples or fresh = true");
    assertError(
        "circle",
        Map.of("target", "x1", "samples", 3L, "fresh", true),
        "data.samples is given, must be absent where fresh = true");
  }

  @Test
  void vectorThatDoesNotFit_isAnError() {
    assertError(
        "circle",
        Sections.withDirection(Map.of("samples", 3L), 1.0, 0.0, 0.0),
        "data.teacher.vector has 3 numbers, must have 2, one for each feature");
    assertError(
        "circle",
        Sections.withDirection(Map.of("samples", 3L), 0.0, 0.0),
        "data.teacher.vector has norm 0, must have a direction");
  }

  @Test
  void targetWithoutFiniteValue_namesThePoint() {
    assertError(
        "explicit",
        Map.of("inputs", ROWS, "target", "1/x1"),
        "data.target is Infinity at x1 = 0.0, x2 = 0.0, must be finite");
  }

  @Test
  void malformedTarget_isAnError() {
    assertThatThrownBy(() -> set("explicit", Map.of("inputs", ROWS, "target", "x1 + x3")))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("data.target is \"x1 + x3\": ")
        .hasMessageContaining("x3");
  }

  private static Map<String, Object> networkOf(long width) {
    return new HashMap<>(
        Map.of(
            "dimension",
            2L,
            "samples",
            600L,
            "teacher.kind",
            "network",
            "teacher.outputs",
            1L,
            "teacher.model.kind",
            "squared-relu",
            "teacher.model.width",
            width,
            "teacher.init.kind",
            "gaussian",
            "teacher.init.std",
            1.0));
  }

  private static TrainingSet set(String kind, Map<String, ?> settings) {
    Section section = Sections.data(kind, settings);
    return (TrainingSet)
        DataKinds.CATALOGUE.of(section).create(section, RandomStreams.stream(5, "data"));
  }

  private static void assertError(String kind, Map<String, ?> settings, String message) {
    assertThatThrownBy(() -> set(kind, settings))
        .isInstanceOf(SpecException.class)
        .hasMessage(message);
  }
}
