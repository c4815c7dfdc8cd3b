package org.basin.nn.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.nn.model.Models;
import org.basin.nn.optimiser.Optimisers;
import org.basin.settings.Section;
import org.basin.testing.RecordedImages;
import org.basin.testing.Sections;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Ten training steps of small residual networks against PyTorch, to 1e-9 relative. */
class PytorchNetworksTest {

  private static final double TOLERANCE = 1e-9;

  private static final List<? extends ConfigValue> BATCHES = RecordedImages.ALL.getList("batches");
  private static final List<? extends ConfigValue> LABELS = RecordedImages.ALL.getList("labels");

  @TestFactory
  Stream<DynamicTest> training_equalsPytorch() {
    List<? extends Config> networks = RecordedImages.ALL.getConfigList("networks");
    assertThat(networks).hasSize(4);
    return networks.stream()
        .map(n -> DynamicTest.dynamicTest(n.getString("model.skip"), () -> replay(n)));
  }

  private static void replay(Config recorded) {
    Matrix first = RecordedImages.columns(BATCHES.get(0));
    Section section = Sections.of("model", recorded.getConfig("model"));
    Model model = Models.CATALOGUE.of(section).create(section, first.rows(), 3);
    Loss loss = Sections.loss("kind = squared, reduction = mean");
    section = Sections.of("optimiser", recorded.getConfig("optimiser"));
    Optimiser optimiser = Optimisers.CATALOGUE.of(section).create(section);
    Parameters parameters = new Parameters(model.shapes());
    for (int t = 0; t < parameters.count(); t++) {
      String name = model.shapes().get(t).name();
      parameters.get(t).copyFrom(RecordedImages.rows(recorded, "initial.\"" + name + "\""));
    }
    Parameters gradient = new Parameters(model.shapes());
    Model.Workspace workspace = model.trainingWorkspace(first.columns());
    Matrix outputGradient = new Matrix(3, first.columns());
    Optimiser.State state = optimiser.start(parameters, null);
    List<Double> losses = recorded.getDoubleList("losses");
    for (int n = 0; n < losses.size(); n++) {
      Matrix inputs = RecordedImages.columns(BATCHES.get(n));
      Matrix outputs = model.forward(parameters, inputs, workspace);
      double value = loss.gradient(outputs, RecordedImages.columns(LABELS.get(n)), outputGradient);
      assertThat(value)
          .as("loss at %d", n)
          .isCloseTo(losses.get(n), within(TOLERANCE * losses.get(n)));
      model.backward(parameters, inputs, workspace, outputGradient, gradient);
      model.commit(parameters, workspace);
      state.update(parameters, gradient, optimiser.stepSize(n), null);
    }
    for (int t = 0; t < parameters.count(); t++) {
      String name = model.shapes().get(t).name();
      close(name, parameters.get(t), RecordedImages.rows(recorded, "final.\"" + name + "\""));
    }
    Model.Workspace evaluation = model.workspace(first.columns());
    close(
        "outputs",
        model.forward(parameters, first, evaluation),
        RecordedImages.columns(recorded.getValue("outputs")));
  }

  private static void close(String name, Matrix actual, Matrix expected) {
    double largest = Arrays.stream(expected.data()).map(Math::abs).max().orElseThrow();
    assertThat(actual.data())
        .as(name)
        .containsExactly(expected.data(), within(TOLERANCE * largest));
  }
}
