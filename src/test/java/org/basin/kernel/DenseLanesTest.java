package org.basin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.basin.kernel.doubles.PlainKernels;
import org.basin.kernel.provider.Kernels;
import org.basin.linalg.Matrix;
import org.basin.linalg.Precision;
import org.basin.linalg.StepExamples;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DenseLanesTest {

  private static final int STEPS = 200;
  private static final int EXAMPLES = 30;
  private static final int SET = 75;

  private static final String THREE_LAYER =
      "kind = three-layer, width = 70, second-width = 61, train-output = false";

  /** A network and how it is trained. */
  private static final class Net {
    final Model model;
    final Loss loss;
    final Optimiser optimiser;
    final Parameters parameters;

    Net() {
      this(THREE_LAYER, 4, "mean", "momentum = 0.9, weight-decay = 1e-3");
    }

    Net(String model, int features, String reduction, String rule) {
      this.model = Sections.model(model, features, 1);
      this.loss = Sections.loss("kind = squared, reduction = " + reduction);
      String stepSize = reduction.equals("mean") ? "0.0005" : "0.0001";
      this.optimiser =
          Sections.optimiser(
              "kind = sgd, batch-size = " + EXAMPLES + ", step-size = " + stepSize + ", " + rule);
      this.parameters = Sections.initialise("pytorch", this.model);
    }

    DenseShape shape(Precision precision) {
      return (DenseShape) LaneShapes.of(model, loss, optimiser, SET, precision).orElseThrow();
    }

    StepwiseKernel plain(Precision precision) {
      return shape(precision).kernel(Kernels.plain(precision), 1);
    }

    StepwiseKernel quickest(Precision precision, int lanes) {
      return shape(precision).kernel(Kernels.of(precision), lanes);
    }

    StepwiseKernel blas() {
      return new PlainKernels().byBlas(shape(Precision.DOUBLE), 1);
    }

    /** The examples of a step: 30, 30, 15 of every epoch. */
    Matrix[] examples(int step) {
      SplittableRandom random = new SplittableRandom(step);
      int count = step % 3 == 2 ? SET % EXAMPLES : EXAMPLES;
      Matrix inputs = new Matrix(model.inputs(), count);
      Matrix labels = new Matrix(1, count);
      Arrays.setAll(inputs.data(), i -> random.nextDouble(-1, 1));
      Arrays.setAll(labels.data(), e -> inputs.get(0, e) * inputs.get(1, e));
      return new Matrix[] {inputs, labels};
    }

    /** Every step's loss; the parameters are left as they are at the end. */
    double[] train(StepwiseKernel kernel, Parameters end) {
      double[] losses = new double[STEPS];
      double[] least = new double[1];
      kernel.put(0, LaneTrial.of(optimiser, parameters, null, null));
      for (int s = 0; s < STEPS; s++) {
        Matrix[] step = examples(s);
        kernel.examples(1, new StepExamples[] {StepExamples.of(step[0], step[1])});
        kernel.evaluate(1, true, least, new double[1]);
        kernel.update(1, new double[] {optimiser.stepSize(s)});
        losses[s] = least[0];
      }
      end.copyFrom(parameters);
      kernel.get(0, end);
      return losses;
    }

    double[] trainByTheModel(Parameters end) {
      double[] losses = new double[STEPS];
      end.copyFrom(parameters);
      Parameters gradient = new Parameters(model.shapes());
      Optimiser.State state = optimiser.start(end, null);
      for (int s = 0; s < STEPS; s++) {
        Matrix[] step = examples(s);
        Model.Workspace workspace = model.workspace(step[0].columns());
        Matrix outer = new Matrix(1, step[0].columns());
        losses[s] = loss.gradient(model.forward(end, step[0], workspace), step[1], outer);
        model.backward(end, step[0], workspace, outer, gradient);
        state.update(end, gradient, optimiser.stepSize(s), null);
      }
      return losses;
    }
  }

  private final Net net = new Net();

  @ParameterizedTest
  @CsvSource({
    "'kind = residual, skip = identity', 70, mean, ''",
    "'kind = residual, skip = none', 70, half-sum, weight-decay = 0.01",
    "'kind = residual, skip = none', 64, mean, momentum = 0.8",
    "'kind = two-layer, width = 500, output-bias = true', 9, sum, momentum = 0.5",
    "'kind = two-layer, width = 1030, train-hidden = false, train-bias = false', 4, mean, ''",
    "'kind = three-layer, width = 70, train-output = false', 4, mean,"
        + " 'momentum = 0.9, weight-decay = 1e-3'",
    "'kind = three-layer, width = 70, train-bias = false', 4, mean, weight-decay = 1e-3",
    "'kind = fully-connected, hidden = [50, 60, 40], hidden-bias = false', 7, mean, ''",
    "'kind = fully-connected, hidden = [43, 97], hidden-bias = true', 20, mean, momentum = 0.5",
  })
  void lanes_followTheModel_inAllForms(String model, int features, String reduction, String rule) {
    Net trial = new Net(model, features, reduction, rule);
    for (StepwiseKernel kernel : List.of(trial.plain(Precision.DOUBLE), trial.blas())) {
      followsTheModel(trial, kernel);
    }
    for (Precision precision : Precision.values()) {
      Parameters end = new Parameters(trial.model.shapes());
      Parameters expected = new Parameters(trial.model.shapes());
      double[] expectedLosses = trial.train(trial.plain(precision), expected);
      assertThat(trial.train(trial.quickest(precision, 1), end)).containsExactly(expectedLosses);
      for (int t = 0; t < end.count(); t++) {
        assertThat(end.get(t).data()).containsExactly(expected.get(t).data());
      }
    }
  }

  private static void followsTheModel(Net trial, StepwiseKernel kernel) {
    Parameters end = new Parameters(trial.model.shapes());
    Parameters expected = new Parameters(trial.model.shapes());
    double[] losses = trial.train(kernel, end);
    double[] expectedLosses = trial.trainByTheModel(expected);
    for (int s = 0; s < STEPS; s++) {
      assertThat(losses[s]).isCloseTo(expectedLosses[s], within(1e-9 * expectedLosses[s]));
    }
    assertThat(losses[STEPS - 1]).isNotEqualTo(losses[0]);
    for (int t = 0; t < end.count(); t++) {
      assertThat(end.get(t).data()).containsExactly(expected.get(t).data(), within(1e-9));
    }
  }

  @Test
  void floats_areTheDoublesRounded() {
    Parameters doubles = new Parameters(net.model.shapes());
    Parameters floats = new Parameters(net.model.shapes());
    double[] expected = net.train(net.quickest(Precision.DOUBLE, 1), doubles);
    double[] losses = net.train(net.quickest(Precision.FLOAT, 1), floats);
    assertThat(losses).containsExactly(expected, within(1e-5));
    for (int t = 0; t < floats.count(); t++) {
      assertThat(floats.get(t).data()).containsExactly(doubles.get(t).data(), within(1e-5));
      for (double value : floats.isTrained(t) ? floats.get(t).data() : new double[0]) {
        assertThat((double) (float) value).isEqualTo(value);
      }
    }
  }

  @Test
  void lanes_doNotDependOnTheirNeighbours() {
    Parameters alone = new Parameters(net.model.shapes());
    Parameters beside = new Parameters(net.model.shapes());
    double[] expected = net.train(net.quickest(Precision.DOUBLE, 1), alone);
    StepwiseKernel kernel = net.quickest(Precision.DOUBLE, 3);
    kernel.put(2, LaneTrial.of(net.optimiser, new Parameters(net.model.shapes()), null, null));
    assertThat(net.train(kernel, beside)).containsExactly(expected);
    for (int t = 0; t < alone.count(); t++) {
      assertThat(beside.get(t).data()).containsExactly(alone.get(t).data());
    }
  }

  @Test
  void nan_reachesTheLoss() {
    net.parameters.get(0).set(0, 0, Double.NaN);
    double[] losses =
        net.train(net.quickest(Precision.DOUBLE, 1), new Parameters(net.model.shapes()));
    assertThat(losses[0]).isNaN();
  }

  @Test
  void everyActivationLossAndRule_followsTheModel_inAllForms() {
    for (int seed = 0; seed < 216; seed++) {
      NetworkTrials trials = new NetworkTrials(seed);
      Matrix[] data = trials.data(1);
      Parameters expected = trials.start(0);
      double[] losses = trials.trainByTheModel(expected, data);
      DenseShape shape = trials.dense(Precision.DOUBLE);
      List<StepwiseKernel> kernels =
          List.of(
              shape.kernel(Kernels.plain(Precision.DOUBLE), 1),
              shape.kernel(Kernels.of(Precision.DOUBLE), 1),
              new PlainKernels().byBlas(shape, 1));
      double scale = Arrays.stream(losses).max().orElseThrow();
      for (StepwiseKernel kernel : kernels) {
        Parameters end = trials.start(0);
        double[] found = trials.train(kernel, List.of(end), List.<Matrix[]>of(data))[0];
        assertThat(found).as(trials.words).containsExactly(losses, within(1e-9 * scale));
        for (int t = 0; t < end.count(); t++) {
          assertThat(end.get(t).data())
              .as(trials.words)
              .containsExactly(expected.get(t).data(), within(1e-9));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void everyActivationLossAndRule_isTheSameInPlainJava(Precision precision) {
    for (int seed = 0; seed < 216; seed += 3) {
      NetworkTrials trials = new NetworkTrials(seed);
      List<Matrix[]> data = List.<Matrix[]>of(trials.data(1));
      DenseShape shape = trials.dense(precision);
      double[] plain =
          trials
              .train(shape.kernel(Kernels.plain(precision), 1), List.of(trials.start(0)), data)[0];
      double[] quickest =
          trials.train(shape.kernel(Kernels.of(precision), 1), List.of(trials.start(0)), data)[0];
      assertThat(quickest).as(trials.words).containsExactly(plain);
    }
  }

  @Test
  void smallNetworks_areLeftToLanes_andLargeOnesAreNot() {
    Net small = new Net("kind = two-layer, width = 20", 9, "mean", "weight-decay = 0.1");
    for (Precision precision : Precision.values()) {
      assertThat(LaneShapes.of(small.model, net.loss, net.optimiser, SET, precision))
          .get()
          .isInstanceOf(NetworkShape.class);
    }
    Model tanh = Sections.model(THREE_LAYER + ", activation = tanh", 4, 1);
    assertThat(LaneShapes.of(tanh, net.loss, net.optimiser, SET, Precision.DOUBLE))
        .get()
        .isInstanceOf(DenseShape.class);
    assertThat(LaneShapes.of(net.model, net.loss, net.optimiser, 2000, Precision.DOUBLE))
        .get()
        .isInstanceOf(DenseShape.class);
    Optimiser descent = Sections.optimiser("kind = gradient-descent, step-size = 0.1");
    assertThat(LaneShapes.of(net.model, net.loss, descent, 2000, Precision.DOUBLE)).isEmpty();
    assertThat(net.shape(Precision.DOUBLE).isAlone()).isTrue();
  }
}
