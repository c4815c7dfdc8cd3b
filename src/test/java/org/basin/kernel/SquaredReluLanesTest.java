package org.basin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.basin.kernel.provider.Kernels;
import org.basin.linalg.Matrix;
import org.basin.linalg.Precision;
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

class SquaredReluLanesTest {

  private static final int STEPS = 200;
  private static final double STEP_SIZE = 1e-3;
  private static final int EXAMPLES = 7;

  private static SquaredReluShape shape(int features, int neurons, DescentTerms rule) {
    return shape(features, neurons, rule, Precision.DOUBLE);
  }

  private static SquaredReluShape shape(
      int features, int neurons, DescentTerms rule, Precision precision) {
    return new SquaredReluShape(features, neurons, EXAMPLES, 0.5, rule, precision);
  }

  private static LaneTrial trial(SquaredReluShape shape, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Parameters parameters = new Parameters(model(shape).shapes());
    draw(parameters.get(0), random);
    Matrix inputs = new Matrix(shape.features(), EXAMPLES);
    draw(inputs, random);
    Matrix labels = new Matrix(1, EXAMPLES);
    draw(labels, random);
    double momentum = shape.rule().momentum() ? 0.5 + 0.01 * seed : 0;
    double weightDecay = shape.rule().weightDecay() ? 0.1 * seed : 0;
    return new LaneTrial(
        parameters, inputs, labels, new UpdateForm.Descent(momentum, false, weightDecay));
  }

  private static RunAheadKernel kernel(SquaredReluShape shape, int lanes) {
    return shape.kernel(Kernels.of(shape.precision()), lanes);
  }

  private static Model model(SquaredReluShape shape) {
    return Sections.model("kind = squared-relu, width = " + shape.neurons(), shape.features(), 1);
  }

  private static void draw(Matrix matrix, SplittableRandom random) {
    for (int i = 0; i < matrix.data().length; i++) {
      matrix.data()[i] = random.nextDouble(-1, 1);
    }
  }

  /** The losses of the trials' steps, a row a trial, and at the end their parameters. */
  private static double[][] train(RunAheadKernel kernel, List<LaneTrial> trials) {
    int lanes = kernel.lanes();
    for (int l = 0; l < trials.size(); l++) {
      kernel.put(l, trials.get(l));
    }
    double[] losses = new double[STEPS * lanes];
    double[] stepSizes = new double[STEPS * lanes];
    for (int i = 0; i < stepSizes.length; i++) {
      stepSizes[i] = stepSize(i % lanes);
    }
    kernel.descend(trials.size(), STEPS, stepSizes, losses);
    double[][] result = new double[trials.size()][];
    for (int l = 0; l < trials.size(); l++) {
      Parameters end = trials.get(l).parameters().copy();
      kernel.get(l, end);
      int weights = end.get(0).data().length;
      result[l] = Arrays.copyOf(end.get(0).data(), weights + STEPS);
      for (int s = 0; s < STEPS; s++) {
        result[l][weights + s] = losses[s * lanes + l];
      }
    }
    return result;
  }

  private static double stepSize(int lane) {
    return STEP_SIZE * (1 + lane);
  }

  private static List<LaneTrial> trials(SquaredReluShape shape, int count) {
    List<LaneTrial> trials = new ArrayList<>();
    for (int l = 0; l < count; l++) {
      trials.add(trial(shape, l));
    }
    return trials;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, false, false, false",
    "2, 20, false, false, false",
    "2, 7, true, false, false",
    "2, 4, true, true, true",
    "3, 5, false, false, true",
    "5, 20, true, false, true",
  })
  void vectors_equalPlainJava_toTheBit(
      int features, int neurons, boolean momentum, boolean nesterov, boolean weightDecay) {
    assertThat(Vectors.areOffered()).as("the tests' JVM has the module").isTrue();
    for (Precision precision : Precision.values()) {
      DescentTerms rule = new DescentTerms(momentum, nesterov, weightDecay);
      SquaredReluShape shape = shape(features, neurons, rule, precision);
      RunAheadKernel plain = shape.kernel(Kernels.plain(precision), 19);
      RunAheadKernel vectors = shape.kernel(Kernels.of(precision), 19);
      assertThat(train(vectors, trials(shape, 19)))
          .as("in " + precision)
          .isDeepEqualTo(train(plain, trials(shape, 19)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2, 20, '', false, false, false",
    "2, 7, 'momentum = 0.5,', true, false, false",
    "3, 4, 'momentum = 0.5, nesterov = true,', true, true, false",
    "5, 3, 'weight-decay = 0.1,', false, false, true",
  })
  void lanes_followGradientDescentThroughBlas(
      int features,
      int neurons,
      String settings,
      boolean momentum,
      boolean nesterov,
      boolean weightDecay) {
    SquaredReluShape shape =
        shape(features, neurons, new DescentTerms(momentum, nesterov, weightDecay));
    LaneTrial drawn = trial(shape, 1);
    LaneTrial trial =
        new LaneTrial(
            drawn.parameters(),
            drawn.inputs(),
            drawn.labels(),
            new UpdateForm.Descent(momentum ? 0.5 : 0, false, weightDecay ? 0.1 : 0));
    double[] lane = train(kernel(shape, 1), List.of(trial))[0];

    Model model = model(shape);
    Loss loss = Sections.loss("kind = squared, reduction = half-sum");
    Optimiser optimiser =
        Sections.optimiser("kind = gradient-descent, " + settings + " step-size = " + STEP_SIZE);
    Parameters parameters = drawn.parameters().copy();
    Parameters gradient = new Parameters(model.shapes());
    Model.Workspace workspace = model.workspace(EXAMPLES);
    Matrix outer = new Matrix(1, EXAMPLES);
    Optimiser.State state = optimiser.start(parameters, null);
    int weights = parameters.get(0).data().length;
    for (int s = 0; s < STEPS; s++) {
      Matrix outputs = model.forward(parameters, trial.inputs(), workspace);
      double value = loss.gradient(outputs, trial.labels(), outer);
      assertThat(lane[weights + s]).isCloseTo(value, within(1e-12 * Math.max(1, value)));
      model.backward(parameters, trial.inputs(), workspace, outer, gradient);
      state.update(parameters, gradient, optimiser.stepSize(s), null);
    }
    assertThat(Arrays.copyOf(lane, weights))
        .containsExactly(parameters.get(0).data(), within(1e-12));
  }

  @Test
  void floats_areTheDoublesRounded() {
    DescentTerms rule = new DescentTerms(true, true, true);
    double[][] doubles = train(kernel(shape(2, 5, rule), 3), trials(shape(2, 5, rule), 3));
    SquaredReluShape rounded = shape(2, 5, rule, Precision.FLOAT);
    double[][] floats = train(kernel(rounded, 3), trials(rounded, 3));
    for (int l = 0; l < 3; l++) {
      assertThat(floats[l]).isNotEqualTo(doubles[l]);
      for (int i = 0; i < floats[l].length; i++) {
        assertThat(floats[l][i]).isCloseTo(doubles[l][i], within(1e-5));
        boolean isParameter = i < 2 * 5;
        assertThat(!isParameter || (float) floats[l][i] == floats[l][i]).isTrue();
      }
    }
  }

  @Test
  void lanes_doNotDependOnTheirNeighboursNorTheirPlace() {
    SquaredReluShape shape = shape(2, 5, new DescentTerms(false, false, false));
    LaneTrial trial = trial(shape, 3);
    RunAheadKernel kernel = kernel(shape, 20);
    List<LaneTrial> many = new ArrayList<>(trials(shape, 20));
    many.set(11, trial);
    double[] losses = new double[kernel.lanes()];
    double[] stepSizes = new double[kernel.lanes()];
    Arrays.fill(stepSizes, STEP_SIZE);
    for (int l = 0; l < 20; l++) {
      kernel.put(l, many.get(l));
    }
    kernel.descend(20, 1, stepSizes, losses);
    kernel.move(11, 2);
    kernel.descend(3, 1, stepSizes, losses);
    Parameters moved = trial.parameters().copy();
    kernel.get(2, moved);

    RunAheadKernel alone = kernel(shape, 1);
    alone.put(0, trial);
    alone.descend(1, 1, stepSizes, losses);
    alone.descend(1, 1, stepSizes, losses);
    Parameters single = trial.parameters().copy();
    alone.get(0, single);
    assertThat(moved.get(0).data()).containsExactly(single.get(0).data());
  }

  @Test
  void evaluation_changesNothing() {
    SquaredReluShape shape = shape(2, 4, new DescentTerms(true, false, true));
    double[][] straight = train(kernel(shape, 3), trials(shape, 3));
    RunAheadKernel looking = kernel(shape, 3);
    for (int l = 0; l < 3; l++) {
      looking.put(l, trial(shape, l));
    }
    double[] stepSizes = new double[looking.lanes()];
    for (int l = 0; l < stepSizes.length; l++) {
      stepSizes[l] = stepSize(l);
    }
    double[] before = new double[stepSizes.length];
    double[] losses = new double[stepSizes.length];
    for (int s = 0; s < STEPS; s++) {
      looking.evaluate(3, before);
      looking.descend(s % 2 + 2, 0, stepSizes, losses);
      looking.descend(3, 1, stepSizes, losses);
      for (int l = 0; l < 3; l++) {
        assertThat(losses[l]).isEqualTo(before[l]).isEqualTo(straight[l][8 + s]);
      }
    }
  }

  @Test
  void restore_takesBackWhatWasDoneSinceSave() {
    SquaredReluShape shape = shape(2, 4, new DescentTerms(true, false, false));
    RunAheadKernel kernel = kernel(shape, 3);
    for (int l = 0; l < 3; l++) {
      kernel.put(l, trial(shape, l));
    }
    double[] stepSizes = new double[5 * kernel.lanes()];
    Arrays.fill(stepSizes, STEP_SIZE);
    double[] losses = new double[stepSizes.length];
    double[] again = new double[stepSizes.length];
    kernel.descend(3, 5, stepSizes, losses);
    kernel.save();
    kernel.descend(3, 5, stepSizes, losses);
    kernel.restore();
    kernel.descend(3, 5, stepSizes, again);
    assertThat(again).containsExactly(losses);
  }

  @Test
  void nanAndInfinity_stayInTheirLane() {
    SquaredReluShape shape = shape(2, 3, new DescentTerms(false, false, false));
    RunAheadKernel kernel = kernel(shape, 3);
    for (int l = 0; l < 3; l++) {
      LaneTrial trial = trial(shape, l);
      if (l < 2) {
        trial.parameters().get(0).set(1, 1, l == 0 ? Double.NaN : Double.POSITIVE_INFINITY);
      }
      kernel.put(l, trial);
    }
    double[] losses = new double[kernel.lanes()];
    kernel.evaluate(3, losses);
    assertThat(losses[0]).isNaN();
    assertThat(Double.isFinite(losses[1])).isFalse();
    assertThat(losses[2]).isFinite();
  }
}
