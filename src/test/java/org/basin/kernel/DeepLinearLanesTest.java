package org.basin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.basin.kernel.DeepLinearTrials.EXAMPLES;
import static org.basin.kernel.DeepLinearTrials.PLAIN;
import static org.basin.kernel.DeepLinearTrials.STEPS;
import static org.basin.kernel.DeepLinearTrials.STEP_SIZE;
import static org.basin.kernel.DeepLinearTrials.examples;
import static org.basin.kernel.DeepLinearTrials.kernel;
import static org.basin.kernel.DeepLinearTrials.model;
import static org.basin.kernel.DeepLinearTrials.shape;
import static org.basin.kernel.DeepLinearTrials.stepExamples;
import static org.basin.kernel.DeepLinearTrials.train;
import static org.basin.kernel.DeepLinearTrials.trial;

import java.util.Arrays;
import org.basin.kernel.provider.Kernels;
import org.basin.linalg.Matrix;
import org.basin.linalg.Precision;
import org.basin.linalg.StepExamples;
import org.basin.nn.DescentTerms;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.nn.UpdateForm;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeepLinearLanesTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, false, false, false",
    "2, 1, 2, false, false, false",
    "2, 4, 2, true, false, false",
    "3, 2, 5, true, true, true",
    "10, 5, 2, false, false, true",
  })
  void vectors_equalPlainJava_toTheBit(
      int features, int depth, int width, boolean momentum, boolean nesterov, boolean decay) {
    assertThat(Vectors.areOffered()).as("the tests' JVM has the module").isTrue();
    for (Precision precision : Precision.values()) {
      DescentTerms rule = new DescentTerms(momentum, nesterov, decay);
      DeepLinearShape shape = shape(features, depth, width, rule, precision);
      DeepLinearTrials.Streams some = lane -> lane / 5;
      for (boolean exact : new boolean[] {true, false}) {
        StepwiseKernel plain = shape.kernel(Kernels.plain(precision), 19);
        StepwiseKernel vectors = shape.kernel(Kernels.of(precision), 19);
        double[][] expected = train(shape, plain, 19, some, false, exact);
        double[][] actual = train(shape, vectors, 19, some, false, exact);
        for (int l = 0; l < 19; l++) {
          assertThat(actual[l]).as("in " + precision).containsExactly(expected[l]);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 4, 2", "5, 2, 3"})
  void lanesThatShareExamples_equalLanesWithCopies_toTheBit(int features, int depth, int width) {
    DeepLinearShape shape = shape(features, depth, width, PLAIN);
    double[][] shared = train(shape, kernel(shape, 20), 20, lane -> 7, false, true);
    assertThat(train(shape, kernel(shape, 20), 20, lane -> 7, true, true)).isDeepEqualTo(shared);
  }

  @Test
  void floats_areTheDoublesRounded() {
    DescentTerms rule = new DescentTerms(true, true, true);
    DeepLinearShape shape = shape(2, 4, 2, rule);
    DeepLinearShape rounded = shape(2, 4, 2, rule, Precision.FLOAT);
    double[][] doubles = train(shape, kernel(shape, 3), 3, lane -> lane, false, true);
    double[][] floats = train(rounded, kernel(rounded, 3), 3, lane -> lane, false, true);
    for (int l = 0; l < 3; l++) {
      assertThat(floats[l]).containsExactly(doubles[l], within(1e-5));
      for (int i = STEPS; i < floats[l].length; i++) {
        assertThat((double) (float) floats[l][i]).isEqualTo(floats[l][i]);
      }
    }
  }

  @Test
  void parameters_areTheSameWhetherLossesAreExactOrBounded() {
    DeepLinearShape shape = shape(2, 4, 2, PLAIN);
    double[][] exact = train(shape, kernel(shape, 9), 9, lane -> lane, false, true);
    double[][] bounded = train(shape, kernel(shape, 9), 9, lane -> lane, false, false);
    for (int l = 0; l < 9; l++) {
      assertThat(bounded[l]).containsExactly(Arrays.copyOfRange(exact[l], STEPS, exact[l].length));
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 4, 2, DOUBLE", "7, 1, 1, DOUBLE", "2, 4, 2, FLOAT"})
  void bounds_encloseTheLoss(int features, int depth, int width, Precision precision) {
    DeepLinearShape shape = shape(features, depth, width, PLAIN, precision);
    StepwiseKernel kernel = kernel(shape, 12);
    StepExamples[] examples = new StepExamples[12];
    for (int l = 0; l < 12; l++) {
      LaneTrial trial = trial(shape, l);
      for (double[] w : new double[][] {trial.parameters().get(0).data()}) {
        for (int i = 0; i < w.length; i++) {
          w[i] *= Math.pow(10, l - 6);
        }
      }
      kernel.put(l, trial);
      examples[l] = stepExamples(shape, l, 0);
    }
    kernel.examples(12, examples);
    double[] least = new double[kernel.lanes()];
    double[] greatest = new double[kernel.lanes()];
    double[] loss = new double[kernel.lanes()];
    kernel.evaluate(12, false, least, greatest);
    kernel.evaluate(12, true, loss, new double[kernel.lanes()]);
    for (int l = 0; l < 12; l++) {
      assertThat(loss[l]).isBetween(least[l], greatest[l]);
      assertThat(greatest[l]).isLessThan(1.5 * least[l]);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2, 4, 2, mean, '', false, false, false",
    "2, 1, 2, sum, 'momentum = 0.5,', true, false, false",
    "3, 3, 4, mean, 'momentum = 0.5, nesterov = true,', true, true, false",
    "10, 5, 2, mean, 'weight-decay = 0.1,', false, false, true",
  })
  void lanes_followGradientDescentThroughBlas(
      int features,
      int depth,
      int width,
      String reduction,
      String settings,
      boolean momentum,
      boolean nesterov,
      boolean decay) {
    boolean mean = reduction.equals("mean");
    DeepLinearShape shape =
        new DeepLinearShape(
            features,
            depth,
            width,
            EXAMPLES,
            0,
            mean,
            new DescentTerms(momentum, nesterov, decay),
            Precision.DOUBLE);
    double stepSize = mean ? STEP_SIZE : STEP_SIZE / EXAMPLES;
    LaneTrial drawn = trial(shape, 1);
    LaneTrial trial =
        new LaneTrial(
            drawn.parameters(),
            null,
            null,
            new UpdateForm.Descent(momentum ? 0.5 : 0, false, decay ? 0.1 : 0));
    StepwiseKernel kernel = kernel(shape, 3);
    kernel.put(0, trial);
    double[] least = new double[kernel.lanes()];
    double[] stepSizes = new double[kernel.lanes()];
    stepSizes[0] = stepSize;

    Model model = model(shape);
    Loss loss = Sections.loss("kind = logistic, reduction = " + reduction);
    Optimiser optimiser =
        Sections.optimiser("kind = gradient-descent, " + settings + " step-size = " + stepSize);
    Parameters parameters = drawn.parameters().copy();
    Parameters gradient = new Parameters(model.shapes());
    Optimiser.State state = optimiser.start(parameters, null);
    for (int s = 0; s < 200; s++) {
      Matrix[] step = examples(shape, 1, s);
      kernel.examples(1, new StepExamples[] {StepExamples.of(step[0], step[1])});
      kernel.evaluate(1, true, least, new double[kernel.lanes()]);
      kernel.update(1, stepSizes);
      Model.Workspace workspace = model.workspace(step[0].columns());
      Matrix outer = new Matrix(1, step[0].columns());
      Matrix outputs = model.forward(parameters, step[0], workspace);
      double value = loss.gradient(outputs, step[1], outer);
      assertThat(least[0]).isCloseTo(value, within(1e-12 * value));
      model.backward(parameters, step[0], workspace, outer, gradient);
      state.update(parameters, gradient, stepSize, null);
    }
    kernel.get(0, drawn.parameters());
    for (int i = 0; i < parameters.count(); i++) {
      assertThat(drawn.parameters().get(i).data())
          .containsExactly(parameters.get(i).data(), within(1e-12));
    }
  }

  @Test
  void lanes_doNotDependOnTheirNeighboursNorTheirPlace() {
    DeepLinearShape shape = shape(2, 4, 2, new DescentTerms(true, false, false));
    double[] alone = twoSteps(shape, kernel(shape, 1), 1, 0, 0);
    assertThat(twoSteps(shape, kernel(shape, 20), 20, 11, 11)).containsExactly(alone);
    assertThat(twoSteps(shape, kernel(shape, 20), 20, 11, 2)).containsExactly(alone);
    assertThat(twoSteps(shape, kernel(shape, 20), 20, 3, 17)).containsExactly(alone);
  }

  /** Trial 5 in lane {@code from}, and at the second step in lane {@code to}. */
  private static double[] twoSteps(
      DeepLinearShape shape, StepwiseKernel kernel, int trials, int from, int to) {
    StepExamples[] examples = new StepExamples[trials];
    double[] stepSizes = new double[kernel.lanes()];
    Arrays.fill(stepSizes, STEP_SIZE);
    for (int l = 0; l < trials; l++) {
      kernel.put(l, trial(shape, l == from ? 5 : 100 + l));
    }
    for (int s = 0; s < 2; s++) {
      for (int l = 0; l < trials; l++) {
        examples[l] = stepExamples(shape, l == (s == 0 ? from : to) ? 5 : l, s);
      }
      kernel.examples(trials, examples);
      kernel.evaluate(trials, s == 1, new double[kernel.lanes()], new double[kernel.lanes()]);
      if (s == 0 && from != to) {
        kernel.move(from, to); // Between evaluation and update, as trials that end let it.
      }
      kernel.update(trials, stepSizes);
    }
    Parameters end = trial(shape, 5).parameters();
    kernel.get(to, end);
    return end.get(0).data();
  }

  @Test
  void nanAndInfinity_stayInTheirLane() {
    DeepLinearShape shape = shape(2, 2, 2, PLAIN);
    StepwiseKernel kernel = kernel(shape, 3);
    StepExamples step = stepExamples(shape, 0, 0);
    for (int l = 0; l < 3; l++) {
      LaneTrial trial = trial(shape, l);
      if (l < 2) {
        trial.parameters().get(0).set(1, 1, l == 0 ? Double.NaN : Double.POSITIVE_INFINITY);
      }
      kernel.put(l, trial);
    }
    kernel.examples(3, new StepExamples[] {step, step, step});
    for (boolean exact : new boolean[] {false, true}) {
      double[] least = new double[kernel.lanes()];
      double[] greatest = new double[kernel.lanes()];
      kernel.evaluate(3, exact, least, greatest);
      assertThat(greatest[0]).isNaN();
      assertThat(Double.isFinite(greatest[1])).isFalse();
      assertThat(greatest[2]).isFinite();
    }
  }
}
