package org.basin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.basin.config.SweepReader;
import org.basin.plan.Sweep;

/**
 * 640 short trials: every model, loss, kind of data and optimiser, hidden layers of 1, 7, 31 and
 * 100; lanes that share data and minibatches and lanes that do not; some that diverge to NaN.
 */
public final class LawOneSweep {

  public static final String NAME = "law-one";
  public static final int TRIALS = 640;

  private static final String TRIAL =
      """
      name = law-one
      seeds { count = 8 }
      trial {
        init { kind = gaussian, std = 0.5 }
        optimiser.step-size = 1e-2
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

  /** What learns from what, how; on examples labelled by the sign of a coordinate, or a network. */
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
        ] }
        { path = model, values = [
          { kind = squared-relu }
          { kind = two-layer, activation = tanh }
          { kind = two-homogeneous }
          { kind = fully-connected, activation = softplus }
          { kind = deep-linear, depth = 3 }
          { kind = two-layer, activation = relu }
          { kind = two-layer, activation = sigmoid }
        ] }
        { path = loss, values = [
          { kind = squared }
          { kind = logistic }
          { kind = squared, reduction = sum }
          { kind = squared, reduction = mean }
          { kind = logistic }
          { kind = logistic, reduction = sum }
          { kind = squared }
        ] }
        { path = optimiser, values = [
          { kind = gradient-descent }
          { kind = gradient-descent, momentum = 0.9, schedule { kind = inverse, half-after = 10 } }
          { kind = sgd, batch-size = 7 }
          { kind = sgd, batch-size = 8, momentum = 0.5 }
          { kind = gradient-descent }
          { kind = sgd, batch-size = 16 }
          { kind = sgd, batch-size = 7, sampling = with-replacement }
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
    text.append(TRIAL.formatted(how, marker(folder)));
    text.append("axes = [\n");
    order.forEach(place -> text.append(AXES.get(place)));
    text.append("]\n}\n");
    try {
      return Files.writeString(folder.resolve("law-one.conf"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
