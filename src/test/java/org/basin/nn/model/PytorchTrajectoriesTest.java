package org.basin.nn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.nn.loss.Losses;
import org.basin.nn.optimiser.Optimisers;
import org.basin.settings.Section;
import org.basin.testing.Sections;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * 200 updates of each recorded model and optimiser against PyTorch, to 1e-9 relative. The
 * recordings and the scripts that made them stand in the test resources under {@code pytorch}.
 */
class PytorchTrajectoriesTest {

  private static final double TOLERANCE = 1e-9;

  @TestFactory
  Stream<DynamicTest> trajectory_equalsPytorch() {
    List<Config> cases =
        Stream.of("trajectories", "optimisers", "classification", "three-layer")
            .map(name -> ConfigFactory.parseResources("pytorch/" + name + ".json"))
            .<Config>flatMap(recording -> recording.getConfigList("cases").stream())
            .toList();
    assertThat(cases).hasSizeGreaterThanOrEqualTo(32);
    return cases.stream().map(c -> DynamicTest.dynamicTest(c.getString("name"), () -> replay(c)));
  }

  private static void replay(Config recorded) {
    Matrix inputs = columns(recorded, "inputs");
    Matrix labels = columns(recorded, "labels");
    Section section = Sections.of("model", recorded.getConfig("model"));
    Model model = Models.CATALOGUE.of(section).create(section, inputs.rows(), labels.rows());
    section = Sections.of("loss", recorded.getConfig("loss"));
    Loss loss = Losses.CATALOGUE.of(section).create(section);
    section = Sections.of("optimiser", recorded.getConfig("optimiser"));
    Optimiser optimiser = Optimisers.CATALOGUE.of(section).create(section);
    Parameters parameters = new Parameters(model.shapes());
    Config initial = recorded.getConfig("initial");
    for (int t = 0; t < parameters.count(); t++) {
      parameters.get(t).copyFrom(tensor(initial, parameters, t));
    }
    Parameters gradient = new Parameters(model.shapes());
    Optimiser.State state = optimiser.start(parameters, null);
    List<Double> losses = recorded.getDoubleList("losses");
    for (int n = 1; n <= losses.size(); n++) {
      int[] batch = batch(recorded, n, inputs.columns());
      Matrix x = select(inputs, batch);
      Matrix y = select(labels, batch);
      Model.Workspace workspace = model.workspace(batch.length);
      Matrix outputGradient = new Matrix(y.rows(), y.columns());
      loss.gradient(model.forward(parameters, x, workspace), y, outputGradient);
      model.backward(parameters, x, workspace, outputGradient, gradient);
      state.update(parameters, gradient, optimiser.stepSize(n - 1), null);
      Matrix outputs = model.forward(parameters, inputs, model.workspace(inputs.columns()));
      double expected = losses.get(n - 1);
      assertThat(loss.value(outputs, labels))
          .as("loss after %d", n)
          .isCloseTo(expected, within(TOLERANCE * expected));
      if (recorded.hasPath("parameters." + n)) {
        compare(recorded.getConfig("parameters." + n), parameters, n);
      }
    }
  }

  /** Relative to the largest element of the tensor. */
  private static void compare(Config recorded, Parameters parameters, int step) {
    for (int t = 0; t < parameters.count(); t++) {
      double[] expected = tensor(recorded, parameters, t).data();
      double largest =
          IntStream.range(0, expected.length)
              .mapToDouble(i -> Math.abs(expected[i]))
              .max()
              .orElseThrow();
      assertThat(parameters.get(t).data())
          .as("%s after %d", parameters.shapes().get(t).name(), step)
          .containsExactly(expected, within(TOLERANCE * largest));
    }
  }

  private static Matrix tensor(Config tensors, Parameters parameters, int t) {
    Shape shape = parameters.shapes().get(t);
    Matrix recorded = rows(tensors, "\"" + shape.name() + "\"");
    // PyTorch's biases are one-dimensional, recorded as a row.
    return shape.name().endsWith(".bias") ? transposed(recorded) : recorded;
  }

  private static int[] batch(Config recorded, int n, int examples) {
    if (!recorded.hasPath("batches")) {
      return IntStream.range(0, examples).toArray();
    }
    List<?> batch = (List<?>) recorded.getList("batches").get(n - 1).unwrapped();
    return batch.stream().mapToInt(i -> ((Number) i).intValue()).toArray();
  }

  private static Matrix select(Matrix matrix, int[] columns) {
    Matrix selected = new Matrix(matrix.rows(), columns.length);
    for (int c = 0; c < columns.length; c++) {
      for (int r = 0; r < matrix.rows(); r++) {
        selected.set(r, c, matrix.get(r, columns[c]));
      }
    }
    return selected;
  }

  private static Matrix columns(Config config, String path) {
    return transposed(rows(config, path));
  }

  private static Matrix rows(Config config, String path) {
    return Matrix.ofRows(
        config.getList(path).stream()
            .map(
                row ->
                    ((List<?>) row.unwrapped())
                        .stream().mapToDouble(x -> ((Number) x).doubleValue()).toArray())
            .toArray(double[][]::new));
  }

  private static Matrix transposed(Matrix matrix) {
    Matrix result = new Matrix(matrix.columns(), matrix.rows());
    for (int r = 0; r < matrix.rows(); r++) {
      for (int c = 0; c < matrix.columns(); c++) {
        result.set(c, r, matrix.get(r, c));
      }
    }
    return result;
  }
}
