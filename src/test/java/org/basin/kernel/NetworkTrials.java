package org.basin.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.basin.linalg.Matrix;
import org.basin.linalg.Precision;
import org.basin.linalg.StepExamples;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.testing.Sections;

/** Trials of one shape of small networks, drawn from a seed, and two ways to train them. */
final class NetworkTrials {

  static final int STEPS = 200;

  private static final List<String> ACTIVATIONS =
      List.of(
          "activation = relu",
          "activation { kind = relu, derivative-at-zero = 1 }",
          "activation { kind = leaky-relu, slope = 0.1 }",
          "activation = elu",
          "activation = squared-relu",
          "activation = sigmoid",
          "activation = tanh",
          "activation = softplus",
          "activation = silu",
          "activation { kind = gelu, approximation = %s }",
          "activation = identity");

  private static final List<String> MODELS =
      List.of(
          "kind = two-layer, width = %1$d, hidden-bias = true, output-bias = true",
          "kind = two-layer, width = %1$d, train-output = false",
          "kind = two-layer, width = %1$d, hidden-bias = true, train-bias = false",
          "kind = two-layer, width = %1$d, output-bias = true, train-hidden = false",
          "kind = three-layer, width = %1$d, second-width = %2$d",
          "kind = fully-connected, hidden = [%1$d, %2$d, %3$d]",
          "kind = fully-connected, hidden = [%1$d], hidden-bias = false",
          "kind = residual, skip = identity",
          "kind = residual, skip = none");

  private static final List<String> RULES =
      List.of(
          "kind = %s, step-size = 0.01",
          "kind = %s, step-size = 0.01, momentum = 0.8",
          "kind = %s, step-size = 0.01, momentum = 0.8, nesterov = true, weight-decay = 1e-3",
          "kind = %s, step-size = 0.01, weight-decay = 1e-2, schedule { kind = exponential, rate = 0.99 }",
          "kind = %s, step-size = 0.01, momentum = 0.5, step-sizes { layers.0 = 0.003 }",
          "kind = adam, step-size = 0.003",
          "kind = adam, step-size = 0.003, step-sizes { layers.0.weight = 0.001 }",
          "kind = adam, step-size = 0.003, weight-decay = 1e-2, decoupled = true",
          "kind = adam, step-size = 0.003, weight-decay = 1e-2, decoupled = false");

  private static final List<String> LOSSES =
      List.of(
          "kind = squared, reduction = mean",
          "kind = squared, reduction = half-sum",
          "kind = logistic, reduction = mean",
          "kind = softmax-cross-entropy, reduction = mean");

  final Model model;
  final Loss loss;
  final Optimiser optimiser;
  final int set;

  /** The model, loss and optimiser in words. */
  final String words;

  private final SplittableRandom random;

  NetworkTrials(long seed) {
    random = new SplittableRandom(seed);
    int features = random.nextInt(1, 12);
    String kind = MODELS.get((int) (seed % MODELS.size()));
    String lossKind = LOSSES.get(random.nextInt(LOSSES.size()));
    boolean isResidual = kind.contains("residual");
    lossKind = isResidual && lossKind.contains("softmax") ? LOSSES.get(0) : lossKind;
    int outputs = isResidual ? 1 : lossKind.contains("softmax") ? 3 : random.nextInt(1, 4);
    String activation = ACTIVATIONS.get((int) (seed / 2 % ACTIVATIONS.size()));
    String network =
        String.format(kind, random.nextInt(1, 22), random.nextInt(1, 14), random.nextInt(1, 9))
            + ", "
            + String.format(activation, seed / 22 % 2 == 0 ? "tanh" : "none");
    set = random.nextInt(2, 45);
    boolean isFull = random.nextBoolean();
    String rule = RULES.get(random.nextInt(RULES.size()));
    String batch = isFull ? "" : ", batch-size = " + random.nextInt(1, set + 1);
    if (lossKind.contains("half-sum")) {
      rule = rule.replace("0.01", "0.001");
    }
    String update = String.format(rule, isFull ? "gradient-descent" : "sgd") + batch;
    words = network + " of " + features + "; " + lossKind + "; " + update + "; " + set;
    model = Sections.model(network, features, outputs);
    loss = Sections.loss(lossKind);
    optimiser = Sections.optimiser(update);
  }

  NetworkShape shape(Precision precision) {
    return (NetworkShape) LaneShapes.of(model, loss, optimiser, set, precision).orElseThrow();
  }

  /** The shape of a kernel of products, which is made for larger networks. */
  DenseShape dense(Precision precision) {
    NetworkShape shape = shape(precision);
    return new DenseShape(
        shape.layers(),
        shape.activation(),
        shape.loss(),
        shape.examples(),
        shape.epoch(),
        shape.rule(),
        precision);
  }

  /** The start of a trial. */
  Parameters start(int trial) {
    Parameters parameters = new Parameters(model.shapes());
    SplittableRandom draw = new SplittableRandom(1000 + trial);
    for (int t = 0; t < parameters.count(); t++) {
      Arrays.setAll(parameters.get(t).data(), i -> draw.nextDouble(-0.5, 0.5));
    }
    return parameters;
  }

  /** The training set of a data seed. */
  Matrix[] data(int seed) {
    SplittableRandom draw = new SplittableRandom(seed);
    Matrix inputs = new Matrix(model.inputs(), set);
    Matrix labels = new Matrix(model.outputs(), set);
    Arrays.setAll(inputs.data(), i -> draw.nextDouble(-1, 1));
    boolean isOneHot = loss.getClass().getSimpleName().contains("Softmax");
    for (int e = 0; e < set; e++) {
      int chosen = draw.nextInt(model.outputs());
      for (int k = 0; k < model.outputs(); k++) {
        double sign = draw.nextBoolean() ? 1 : -1;
        labels.set(k, e, isOneHot ? (k == chosen ? 1 : 0) : sign);
      }
    }
    return new Matrix[] {inputs, labels};
  }

  /** The examples of a step: the whole set, or a part of it. */
  StepExamples examples(Matrix[] data, int step) {
    if (optimiser.minibatch() == null) {
      return StepExamples.of(data[0], data[1]);
    }
    int count = Math.min(set, optimiser.minibatch().size());
    StepExamples examples =
        new StepExamples(model.inputs(), model.outputs(), count, Precision.DOUBLE);
    for (int e = 0; e < count; e++) {
      int from = (step * count + e) % set;
      for (int k = 0; k < model.inputs(); k++) {
        examples.inputs().set(k, e, data[0].get(k, from));
      }
      for (int k = 0; k < model.outputs(); k++) {
        examples.labels().set(k, e, data[1].get(k, from));
      }
    }
    return examples;
  }

  /** The losses of every step of one trial, by the model; {@code parameters} become the end. */
  double[] trainByTheModel(Parameters parameters, Matrix[] data) {
    double[] losses = new double[STEPS];
    Parameters gradient = new Parameters(model.shapes());
    Optimiser.State state = optimiser.start(parameters, null);
    for (int s = 0; s < STEPS; s++) {
      StepExamples step = examples(data, s);
      Model.Workspace workspace = model.workspace(step.count());
      Matrix outer = new Matrix(model.outputs(), step.count());
      Matrix outputs = model.forward(parameters, step.inputs(), workspace);
      losses[s] = loss.gradient(outputs, step.labels(), outer);
      model.backward(parameters, step.inputs(), workspace, outer, gradient);
      state.update(parameters, gradient, optimiser.stepSize(s), null);
    }
    return losses;
  }

  /**
   * The losses of every step of each trial, by a kernel.
   *
   * @param ends the parameters at the start; overwritten with those at the end
   * @param data the training set of each trial
   */
  double[][] train(Kernel kernel, List<Parameters> ends, List<Matrix[]> data) {
    int used = ends.size();
    double[][] losses = new double[used][STEPS];
    for (int lane = 0; lane < used; lane++) {
      Matrix[] set = data.get(lane);
      kernel.put(lane, LaneTrial.of(optimiser, ends.get(lane), set[0], set[1]));
    }
    double[] seen = new double[kernel.lanes()];
    double[] sizes = new double[kernel.lanes()];
    for (int s = 0; s < STEPS; s++) {
      Arrays.fill(sizes, optimiser.stepSize(s));
      if (kernel instanceof RunAheadKernel ahead) {
        ahead.descend(used, 1, sizes, seen);
      } else if (kernel instanceof StepwiseKernel stepwise) {
        stepwise.examples(used, examples(data, s));
        stepwise.evaluate(used, true, seen, new double[kernel.lanes()]);
        stepwise.update(used, sizes);
      }
      for (int lane = 0; lane < used; lane++) {
        losses[lane][s] = seen[lane];
      }
    }
    for (int lane = 0; lane < used; lane++) {
      kernel.get(lane, ends.get(lane));
    }
    return losses;
  }

  /** Trials with the same set share the examples. */
  private StepExamples[] examples(List<Matrix[]> data, int step) {
    List<StepExamples> all = new ArrayList<>();
    for (int lane = 0; lane < data.size(); lane++) {
      int same = data.indexOf(data.get(lane));
      all.add(same < lane ? all.get(same) : examples(data.get(lane), step));
    }
    return all.toArray(new StepExamples[0]);
  }
}
