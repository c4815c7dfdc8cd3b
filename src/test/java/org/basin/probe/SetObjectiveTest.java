package org.basin.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.basin.data.TrainingSet;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.settings.Settings;
import org.basin.testing.Trials;
import org.basin.train.TrialParts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A set of more than one block has the loss, gradient and outputs of one pass over all of it. */
class SetObjectiveTest {

  private static final int EXAMPLES = 2 * SetObjective.BLOCK + 77;

  @ParameterizedTest
  @ValueSource(strings = {"half-sum", "sum", "mean"})
  void blocks_addUpToOnePass(String reduction) {
    Settings settings =
        Trials.squaredRelu(5, 1)
            .withAll(Map.of("data.samples", (long) EXAMPLES, "loss.reduction", reduction));
    TrialParts parts = TrialParts.of(Trials.spec(settings, 1), List.of());
    TrainingSet set = (TrainingSet) parts.data();
    Model model = parts.model();
    Loss loss = parts.loss();
    Parameters w = parts.initialParameters();

    Model.Workspace workspace = model.workspace(EXAMPLES);
    Matrix outputs = model.forward(w, set.examples(), workspace);
    Matrix outputGradient = new Matrix(1, EXAMPLES);
    double expected = loss.gradient(outputs, set.labels(), outputGradient);
    Parameters gradient = new Parameters(model.shapes());
    model.backward(w, set.examples(), workspace, outputGradient, gradient);

    SetObjective blocks = new SetObjective(model, loss, set.examples(), set.labels());
    assertThat(blocks.outputs(w).data()).containsExactly(outputs.data(), within(1e-15));
    Parameters sum = new Parameters(model.shapes());
    double value = blocks.gradient(w, sum);
    assertThat(value).isCloseTo(expected, within(1e-12 * expected)).isEqualTo(blocks.value(w));
    double scale = 1e-12 * EXAMPLES;
    assertThat(sum.get(0).data()).containsExactly(gradient.get(0).data(), within(scale));
  }
}
