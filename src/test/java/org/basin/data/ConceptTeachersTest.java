package org.basin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.basin.linalg.Matrix;
import org.basin.settings.RandomStreams;
import org.basin.settings.Section;
import org.basin.settings.SpecException;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;

class ConceptTeachersTest {

  private static final double[][] AXES = {{1, 0}, {0, 1}};

  private static double label(Teacher teacher, double x1, double x2) {
    Matrix labels = new Matrix(1, 1);
    teacher.label(new Matrix(2, 1, new double[] {x1, x2}), labels);
    return labels.get(0, 0);
  }

  /** 0.5·sin(x1)·x2 − 0.25·exp(x2)·x1. */
  @Test
  void twoLayer_isItsSumOfProducts() {
    Teacher teacher =
        new TwoLayerConcept(
            new double[] {0.5, -0.25},
            AXES,
            new double[][] {{0, 1}, {1, 0}},
            SmoothFunction.SIN,
            SmoothFunction.EXP);
    assertThat(label(teacher, 0.3, -0.7))
        .isCloseTo(0.5 * Math.sin(0.3) * -0.7 - 0.25 * Math.exp(-0.7) * 0.3, within(1e-15));
  }

  /** 0.5·tanh(0.6·sin x1 + 0.8·cos x2)·(0.8·sin x1 − 0.6·cos x2). */
  @Test
  void threeLayer_composesOneFactor_andMultipliesTheOther() {
    Teacher teacher =
        new ThreeLayerConcept(
            new double[] {0.5},
            new ThreeLayerConcept.Factor(
                new double[][] {{0.6, 0.8}}, AXES, SmoothFunction.SIN, SmoothFunction.COS),
            new ThreeLayerConcept.Factor(
                new double[][] {{0.8, -0.6}}, AXES, SmoothFunction.SIN, SmoothFunction.COS),
            SmoothFunction.TANH);
    double sine = Math.sin(0.3);
    double cosine = Math.cos(-0.7);
    assertThat(label(teacher, 0.3, -0.7))
        .isCloseTo(
            0.5 * Math.tanh(0.6 * sine + 0.8 * cosine) * (0.8 * sine - 0.6 * cosine),
            within(1e-15));
  }

  @Test
  void drawnTeachers_dependOnTheDataSeedAlone_andMoreTermsBeginWithFewer() {
    for (String kind : List.of("two-layer-concept", "three-layer-concept")) {
      Matrix labels = training(kind, 1, 5).labels();
      assertThat(training(kind, 1, 5).labels().data()).isEqualTo(labels.data());
      assertThat(training(kind, 2, 5).labels().data()).isNotEqualTo(labels.data());
      assertThat(training(kind, 1, 6).examples().data())
          .isEqualTo(training(kind, 1, 5).examples().data());
    }
    // One term is a·sin(⟨w1, x⟩)⟨w2, x⟩: at most 1 on the unit sphere.
    for (double y : training("two-layer-concept", 4, 1).labels().data()) {
      assertThat(Math.abs(y)).isBetween(1e-9, 1.0);
    }
  }

  @Test
  void unknownFunction_isAnError() {
    Map<String, Object> settings = settings("two-layer-concept", 2);
    settings.put("teacher.functions", List.of("sin", "sinh"));
    assertThatThrownBy(() -> create(settings, 1))
        .isInstanceOf(SpecException.class)
        .hasMessage("data.teacher.functions has sinh, must be of sin, cos, exp, tanh");
  }

  private static Map<String, Object> settings(String kind, long terms) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("dimension", 3L);
    settings.put("samples", 40L);
    settings.put("teacher.kind", kind);
    settings.put("teacher.terms", terms);
    settings.put("teacher.inner-terms", 2L);
    settings.put("teacher.functions", List.of("sin", "cos"));
    settings.put("teacher.outer-functions", List.of("tanh"));
    return settings;
  }

  private static TrainingSet training(String kind, long seed, long terms) {
    return create(settings(kind, terms), seed);
  }

  private static TrainingSet create(Map<String, Object> settings, long seed) {
    Section section = Sections.data("sphere", settings);
    return (TrainingSet)
        DataKinds.CATALOGUE.of(section).create(section, RandomStreams.stream(seed, "data"));
  }
}
