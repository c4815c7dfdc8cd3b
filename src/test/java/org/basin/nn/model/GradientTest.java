package org.basin.nn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Draws;
import org.basin.linalg.Matrix;
import org.basin.nn.ActivationFactory;
import org.basin.nn.Loss;
import org.basin.nn.LossFactory;
import org.basin.nn.Model;
import org.basin.nn.ModelFactory;
import org.basin.nn.Parameters;
import org.basin.nn.activation.Activations;
import org.basin.nn.loss.Losses;
import org.basin.settings.RandomStreams;
import org.basin.testing.Sections;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every model of the catalogue with every activation and loss against central differences. */
class GradientTest {

  private static final int INPUTS = 3;
  private static final int EXAMPLES = 7;

  /**
   * Half the distance of the two losses. Truncation is about its square, rounding about 1e-16 / H
   * times the loss, and a kink of σ′ in between costs about H times its size.
   */
  private static final double H = 1e-6;

  private static final double TOLERANCE = 1e-7;

  private static final String FROZEN = ", train-output = false, train-bias = false";

  /** On images of 4 x 4. */
  private static final String TINY = "depth = 8, channels = [2, 2, 3], colours = 1, skip = ";

  /** What each kind needs to be given; {@code %s} stands for an activation. */
  private static final Map<String, List<String>> MODELS =
      Map.of(
          "squared-relu", List.of("width = 5"),
          "two-homogeneous", List.of("width = 4, activation = %s"),
          "two-layer",
              List.of(
                  "width = 4, activation = %s",
                  "width = 4, activation = %s, train-hidden = false",
                  "width = 4, bias = false, activation = %s" + FROZEN),
          "fully-connected",
              List.of(
                  "hidden = [5, 3], activation = %s",
                  "hidden = [5, 3], activation = %s, output-bias = false" + FROZEN,
                  "hidden = [5, 3], activation = %s, train-hidden = false, train-bias = false",
                  "hidden = []"),
          "resnet",
              List.of(TINY + "every-block", TINY + "every-layer", TINY + "single", TINY + "none"),
          "residual-blocks",
              List.of(
                  "depth = 2, activation = %s",
                  "depth = 2, skip = 0.7, bias = true, output-bias = true, activation = %s",
                  "depth = 2, skip = -0.5, link = outside, activation = %s",
                  "depth = 2, link = outside, bias = true, activation = %s",
                  "depth = 1, skip = 0, activation = %s"),
          "residual", List.of("activation = %s", "skip = none, activation = %s"),
          "three-layer",
              List.of(
                  "width = 4, activation = %s",
                  "width = 4, second-width = 3, activation = %s, output-bias = false" + FROZEN),
          "linearised",
              List.of(
                  "of { kind = three-layer, width = 4, activation = %s }",
                  "of { kind = three-layer, width = 4, activation = %s" + FROZEN + " }",
                  "of { kind = two-layer, width = 4, activation = %s, train-hidden = false,"
                      + " train-bias = false }, offset = false"),
          "deep-linear", List.of("depth = 1", "depth = 2, width = 2", "depth = 4, width = 5"));

  @TestFactory
  Stream<DynamicTest> gradient_equalsCentralDifferences() {
    assertThat(MODELS)
        .containsOnlyKeys(Models.CATALOGUE.factories().stream().map(ModelFactory::kind).toList());
    List<DynamicTest> tests = new ArrayList<>();
    new TreeMap<>(MODELS)
        .forEach(
            (kind, settings) -> {
              for (String setting : settings) {
                for (ActivationFactory activation : Activations.CATALOGUE.factories()) {
                  boolean skip =
                      setting.contains("%s")
                          ? kind.equals("two-homogeneous")
                              && !Sections.activation("kind = " + activation.kind()).isHomogeneous()
                          : !activation.kind().equals("relu");
                  if (!skip) {
                    add(tests, "kind = " + kind + ", " + setting.formatted(activation.kind()));
                  }
                }
              }
            });
    return tests.stream();
  }

  private static void add(List<DynamicTest> tests, String model) {
    int[] outputs =
        model.contains("squared-relu,") || model.contains("residual,")
            ? new int[] {1}
            : new int[] {1, 2};
    int inputs = model.contains("resnet") ? 16 : INPUTS;
    for (LossFactory loss : Losses.CATALOGUE.factories()) {
      for (int count : outputs) {
        if (count == 1 && ofClasses(loss.kind())) {
          continue;
        }
        tests.add(
            DynamicTest.dynamicTest(
                model + " / " + loss.kind() + " / " + count,
                () ->
                    check(
                        Sections.model(model, inputs, count),
                        Sections.loss("kind = " + loss.kind() + ", reduction = mean"),
                        ofClasses(loss.kind()))));
      }
    }
  }

  /** Whether the loss wants one-hot labels of several classes. */
  private static boolean ofClasses(String loss) {
    return loss.equals("softmax-cross-entropy");
  }

  private static void check(Model model, Loss loss, boolean oneHot) {
    check(model, loss, oneHot, model.workspace(EXAMPLES));
    if (model.trainsOnBatches()) {
      check(model, loss, oneHot, model.trainingWorkspace(EXAMPLES));
    }
  }

  private static void check(Model model, Loss loss, boolean oneHot, Model.Workspace workspace) {
    UniformRandomProvider stream = RandomStreams.stream(11, "gradient");
    Matrix inputs = new Matrix(model.inputs(), EXAMPLES);
    Draws.gaussian(inputs, 1, stream);
    Matrix labels = new Matrix(model.outputs(), EXAMPLES);
    for (int i = 0; i < labels.data().length && !oneHot; i++) {
      labels.data()[i] = stream.nextBoolean() ? 1 : -1;
    }
    for (int c = 0; c < EXAMPLES && oneHot; c++) {
      labels.set(stream.nextInt(labels.rows()), c, 1);
    }
    loss.check(labels);
    Parameters parameters = new Parameters(model.shapes());
    for (int t = 0; t < parameters.count(); t++) {
      Draws.gaussian(parameters.get(t), 0.5, stream);
      if (!model.shapes().get(t).isDrawn()) {
        // Not every value is legal, but those near its start are: a variance is positive.
        double start = model.shapes().get(t).start();
        double[] elements = parameters.get(t).data();
        Arrays.setAll(elements, i -> start + Math.abs(elements[i]));
      }
    }
    Matrix outputs = model.forward(parameters, inputs, workspace);
    Matrix outputGradient = new Matrix(model.outputs(), EXAMPLES);
    double value = loss.gradient(outputs, labels, outputGradient);
    assertThat(value).isEqualTo(loss.value(outputs, labels));
    Parameters gradient = new Parameters(model.shapes());
    gradient.fill(Double.NaN);
    model.backward(parameters, inputs, workspace, outputGradient, gradient);
    for (int t = 0; t < parameters.count(); t++) {
      double[] elements = parameters.get(t).data();
      for (int i = 0; i < elements.length; i++) {
        double difference = 0;
        if (parameters.isTrained(t)) {
          double element = elements[i];
          elements[i] = element + H;
          double above = loss.value(model.forward(parameters, inputs, workspace), labels);
          elements[i] = element - H;
          double below = loss.value(model.forward(parameters, inputs, workspace), labels);
          elements[i] = element;
          difference = (above - below) / (2 * H);
        }
        assertThat(gradient.get(t).data()[i])
            .as("%s[%d]", model.shapes().get(t).name(), i)
            .isCloseTo(difference, within(TOLERANCE * (1 + Math.abs(difference))));
      }
    }
  }
}
