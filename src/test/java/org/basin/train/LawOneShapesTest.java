package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.basin.plan.TrialSpec;
import org.basin.testing.Setup;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Law 1 on both sides of every threshold of the kernels: the largest, or smallest, shape that a
 * kernel trains, and the next one, which the model trains by itself. Where the thresholds move,
 * these shapes move with them.
 */
class LawOneShapesTest {

  private static final int STEPS = 4;

  /** More trials than lanes in a batch, of networks that are quick to train. */
  private static final int MANY = 70;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"8, true", "9, false"})
  void featuresOfSquaredRelu(int features, boolean inKernel) {
    assertSame(squaredRelu("gaussian, dimension = " + features, 5), MANY, inKernel);
  }

  @ParameterizedTest
  @CsvSource({"1024, true", "1025, false"})
  void examplesOfSquaredRelu(int examples, boolean inKernel) {
    assertSame(squaredRelu("circle-grid", examples), 3, inKernel);
  }

  @ParameterizedTest
  @CsvSource({"32, true", "33, false"})
  void widthOfDeepLinear(int width, boolean inKernel) {
    assertSame(deepLinear(3, width, 5), MANY, inKernel);
  }

  @ParameterizedTest
  @CsvSource({"128, true", "129, false"})
  void inputsOfDeepLinear(int inputs, boolean inKernel) {
    assertSame(deepLinear(inputs, 2, 5), MANY, inKernel);
  }

  @ParameterizedTest
  @CsvSource({"2048, true", "2049, false"})
  void numbersInAStepOfDeepLinear(int examples, boolean inKernel) {
    assertSame(deepLinear(128, 2, examples), 3, inKernel);
  }

  /** 66 · 15 + 1 parameters, or 66 · 16 + 1: lanes, or products. */
  @ParameterizedTest
  @CsvSource({"15", "16"})
  void parametersOfNetworks(int width) {
    assertSame(dense(64, width, 6), width == 15 ? MANY : 9, true);
  }

  @ParameterizedTest
  @CsvSource({"4096, true", "4097, false"})
  void numbersInAStepOfNetworks(int examples, boolean inKernel) {
    assertSame(dense(64, 3, examples), 3, inKernel);
  }

  @ParameterizedTest
  @CsvSource({"1024, true", "1025, false"})
  void examplesOfDenseLayers(int examples, boolean inKernel) {
    assertSame(dense(64, 64, examples), 3, inKernel);
  }

  /** Layers of 2¹⁶ weights are multiplied by tiles, larger ones by OpenBLAS. */
  @ParameterizedTest
  @CsvSource({"256", "257"})
  void weightsOfALayer(int width) {
    assertSame(dense(256, width, 5), 3, true);
  }

  private static Setup squaredRelu(String data, int examples) {
    return new Setup(
        "kind = " + data + ", samples = " + examples + ", target = \"x1*x2\"",
        "kind = squared-relu, width = 3",
        "kind = gaussian, std = 0.1",
        "kind = squared",
        "kind = gradient-descent, step-size = 1e-3, momentum = 0.5");
  }

  private static Setup deepLinear(int inputs, int width, int examples) {
    String vector = "[1" + ", -1".repeat(inputs - 1) + "]";
    return new Setup(
        "kind = gaussian, dimension = "
            + inputs
            + (", samples = " + examples)
            + (", teacher { kind = direction, vector = " + vector + " }"),
        "kind = deep-linear, depth = 2, width = " + width,
        "kind = fan-in",
        "kind = logistic",
        "kind = gradient-descent, step-size = 0.1, weight-decay = 0.01");
  }

  private static Setup dense(int inputs, int width, int examples) {
    return new Setup(
        "kind = gaussian, target = \"x1*x2\", dimension = " + inputs + ", samples = " + examples,
        "kind = fully-connected, hidden = [" + width + "]",
        "kind = fan-in",
        "kind = squared, reduction = mean",
        "kind = gradient-descent, step-size = 0.01, momentum = 0.5");
  }

  private void assertSame(Setup setup, int seeds, boolean inKernel) {
    List<TrialSpec> specs =
        new ArrayList<>(Setup.trials(folder, List.of(setup), seeds, "[data, init, order]", STEPS));
    assertThat(TrialParts.of(specs.get(0), List.of()).laneShape() != null)
        .as("whether a kernel trains it")
        .isEqualTo(inKernel);
    if (inKernel) {
      specs.addAll(specs.stream().map(LawOneTest::inFloat).toList());
    }
    Map<String, Outcome> alone = LawOneTest.train(specs, 1);
    assertThat(alone.values())
        .allSatisfy(
            outcome ->
                assertThat(outcome.verdict()).as(outcome.error()).isEqualTo(Verdict.EXHAUSTED));
    for (int lanes : new int[] {2, 7, 64}) {
      LawOneTest.assertSame(LawOneTest.train(specs, lanes), alone, lanes);
    }
  }
}
