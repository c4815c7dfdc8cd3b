package org.basin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.basin.config.SweepReader;
import org.basin.plan.Sweep;
import org.basin.plan.TrialSpec;

/**
 * About a thousand short trials: every model, loss, kind of data and optimiser, hidden layers of 1,
 * 7, 31 and 100, both precisions; lanes that share data and minibatches and lanes that do not; some
 * that diverge to NaN.
 */
public final class LawOneSweep {

  public static final String NAME = "law-one";

  /** The number of seeds. */
  public static final int SEEDS = 8;

  private static final String TRIAL =
      """
      name = law-one
      seeds { count = %d }
      trial {
        init { kind = gaussian, std = 0.5 }
        # Non-finite losses are to be reached.
        stop { max-steps = 24, divergence-factor = 1e300 }
        observe {
          at { kind = every, steps = 6 }
          probes = [
            loss, weight-norm, gradient-norm, distance-from-init
            { kind = test-fault, at = 1, how = %s, after = 50, marker = "%s" }
          ]
        }
      }
      hitting-times = [
        { name = half, observable = batch-loss, relative = true, below = 0.5 }
        { name = grown, observable = weight-norm, above = 2, observe = true }
      ]
      """;

  /**
   * What learns from what, how, in which precision; on examples labelled by the sign of a
   * coordinate, or a network.
   */
  private static final String SETUPS =
      """
      { zip = [
        { path = data, values = [
          { kind = circle, samples = 20, teacher { kind = direction, vector = [0, 1] } }
          { kind = circle, samples = 20, teacher { kind = direction, vector = [0, 1] } }
          { kind = circle, samples = 20, teacher { kind = direction, vector = [0, 1] } }
          { kind = sphere, dimension = 9, samples = 33, teacher {
            kind = network, outputs = 2, model { kind = two-layer, width = 5 }
            init { kind = gaussian, std = 1 } } }
          { kind = population, law = circle, teacher { kind = direction, vector = [0, 1] } }
          { kind = circle, fresh = true, teacher { kind = direction, vector = [0, 1] } }
          { kind = gaussian, dimension = 3, samples = 20, target = "x1*x2 - x3" }
          { kind = circle-grid, samples = 10, target = "x1*x2" }
          { kind = csv, file = "FOLDER/points.csv", labels = [y] }
          { kind = explicit, inputs = [[1, 2], [3, 1], [0, 1]], labels = [[1, 0], [0, 1], [1, 0]] }
          { kind = mnist, folder = "FOLDER", samples = 10, test-samples = 0 }
          { kind = cifar-10, folder = "FOLDER", samples = 10, test-samples = 0 }
          { kind = gaussian, dimension = 3, samples = 20, target = "x1*x2 - x3" }
          { kind = gaussian, dimension = 3, samples = 20, target = "x1*x2 - x3" }
          { kind = circle, samples = 20, target = "x1*x2" }
          { kind = gaussian, dimension = 3, samples = 20, target = "x1*x2 - x3" }
        ] }
        { path = model, values = [
          { kind = squared-relu }
          { kind = two-layer, activation = tanh }
          { kind = two-homogeneous }
          { kind = fully-connected, activation = softplus }
          { kind = deep-linear, depth = 3 }
          { kind = two-layer, activation = relu }
          { kind = two-layer, activation = sigmoid }
          { kind = three-layer }
          { kind = residual }
          { kind = residual-blocks, depth = 2 }
          { kind = fully-connected, activation = elu }
          { kind = resnet, depth = 8, channels = [2, 2, 2], colours = 3 }
          { kind = linearised, of { kind = two-layer, width = 4, activation = tanh } }
          { kind = two-layer, bias = false, output-bias = false, train-output = false }
          { kind = squared-relu }
          { kind = fully-connected }
        ] }
        { path = loss, values = [
          { kind = squared }
          { kind = logistic }
          { kind = squared, reduction = sum }
          { kind = squared, reduction = mean }
          { kind = logistic }
          { kind = logistic, reduction = sum }
          { kind = squared }
          { kind = squared }
          { kind = squared }
          { kind = softmax-cross-entropy }
          { kind = softmax-cross-entropy }
          { kind = softmax-cross-entropy }
          { kind = squared }
          { kind = squared }
          { kind = squared }
          { kind = squared, reduction = mean }
        ] }
        { path = optimiser, values = [
          { kind = gradient-descent }
          { kind = gradient-descent, momentum = 0.9, schedule { kind = inverse, half-after = 10 } }
          { kind = sgd, batch-size = 7 }
          { kind = sgd, batch-size = 8, momentum = 0.5 }
          { kind = gradient-descent }
          { kind = sgd, batch-size = 16 }
          { kind = sgd, batch-size = 7, sampling = with-replacement }
          { kind = adam }
          { kind = gradient-flow, time-step = 1e-3, relative-tolerance = 0.01
            absolute-tolerance = 1e-3 }
          { kind = gradient-descent }
          { kind = adam, batch-size = 4 }
          { kind = sgd, batch-size = 5 }
          { kind = sgd, batch-size = 7 }
          { kind = smoothed-sgd, batch-size = 3, noise = 0.01 }
          { kind = gradient-descent }
          { kind = sgd, batch-size = 7 }
        ] }
        { path = precision, values = [
          double, double, double, double, double, double, double, double
          double, double, double, double, double, double, float, float
        ] }
      ] }
      """;

  private static final List<String> AXES =
      List.of(
          SETUPS,
          """
          { zip = [
            { path = model.width, values = [1, 7, 31, 100] }
            { path = model.hidden, values = [[1, 1], [7, 7], [31, 31], [100, 100]] }
          ] }
          """,
          // Four times as many lanes of one shape: batches of 64 are full.
          "{ path = optimiser.weight-decay, values = [0, 1e-3, 1e-2, 1],"
              + " only-when = \"model_kind == 'two-homogeneous'\" }\n",
          "{ path = optimiser.step-size, values = [1e-2, 100] }\n");

  private LawOneSweep() {}

  /**
   * Writes the sweep file into {@code folder}.
   *
   * @param order the axes' places, a permutation of 0 … 3
   * @param how what {@link FaultProbe} does unless the file {@code fault} is there
   */
  public static Path write(Path folder, List<Integer> order, String how) {
    StringBuilder text = new StringBuilder("sweep {\n");
    text.append(TRIAL.formatted(SEEDS, how, marker(folder)));
    text.append("axes = [\n");
    order.forEach(place -> text.append(AXES.get(place).replace("FOLDER", folder.toString())));
    text.append("]\n}\n");
    LawOneData.write(folder);
    try {
      return Files.writeString(folder.resolve("law-one.conf"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its trials, in the order of their indices. */
  public static List<TrialSpec> trials(Sweep sweep) {
    return LongStream.range(0, sweep.grid().orElseThrow().size())
        .mapToObj(sweep.grid().orElseThrow()::trial)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Where this file is, nothing fails. */
  public static Path marker(Path folder) {
    return folder.resolve("fault");
  }

  /** The sweep as it is read, with other lanes. */
  public static Sweep read(Path file, int lanes) {
    return new SweepReader().read(file, List.of("engine.lanes=" + lanes));
  }
}
