package org.basin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.basin.linalg.Matrix;
import org.basin.linalg.Precision;
import org.basin.nn.Loss;
import org.basin.nn.LossForm;
import org.basin.nn.Model;
import org.basin.nn.ModelForm;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;

class LaneShapesTest {

  private static final Model SQUARES = Sections.model("kind = squared-relu, width = 4", 2, 1);
  private static final Loss SQUARED = Sections.loss("kind = squared, reduction = sum");
  private static final Loss LOGISTIC = Sections.loss("kind = logistic, reduction = mean");
  private static final Optimiser DESCENT =
      Sections.optimiser("kind = gradient-descent, step-size = 0.1");

  /** A model from another jar: one of ours that nobody knows. */
  private record Outside(Model model, Optional<ModelForm> form) implements Model {

    @Override
    public int inputs() {
      return model.inputs();
    }

    @Override
    public int outputs() {
      return model.outputs();
    }

    @Override
    public List<Shape> shapes() {
      return model.shapes();
    }

    @Override
    public Workspace workspace(int examples) {
      return model.workspace(examples);
    }

    @Override
    public Matrix forward(Parameters parameters, Matrix inputs, Workspace workspace) {
      return model.forward(parameters, inputs, workspace);
    }

    @Override
    public void backward(
        Parameters parameters,
        Matrix inputs,
        Workspace workspace,
        Matrix outputGradient,
        Parameters gradient) {
      model.backward(parameters, inputs, workspace, outputGradient, gradient);
    }
  }

  /** Half the logistic loss, which no kernel has. */
  private record Halved() implements Loss {

    @Override
    public double value(Matrix outputs, Matrix labels) {
      return LOGISTIC.value(outputs, labels) / 2;
    }

    @Override
    public double gradient(Matrix outputs, Matrix labels, Matrix outputGradient) {
      throw new UnsupportedOperationException();
    }

    @Override
    public double share(int examples, int all) {
      return 1;
    }

    @Override
    public Optional<LossForm> form() {
      return Optional.of(LossForm.sum(LossForm.Term.LOGISTIC, 0.5));
    }
  }

  private static Optional<LaneShape> shape(Model model, Loss loss, Optimiser optimiser, int set) {
    return LaneShapes.of(model, loss, optimiser, set, Precision.DOUBLE);
  }

  @Test
  void outsideModel_isALaneIfItSaysWhatItIs() {
    Optional<LaneShape> known = shape(SQUARES, SQUARED, DESCENT, 50);
    assertThat(known).isPresent();
    assertThat(shape(new Outside(SQUARES, SQUARES.form()), SQUARED, DESCENT, 50)).isEqualTo(known);
    assertThat(shape(new Outside(SQUARES, Optional.empty()), SQUARED, DESCENT, 50)).isEmpty();
  }

  @Test
  void eachShape_takesWhatItIsMadeFor() {
    Model linear = Sections.model("kind = deep-linear, depth = 3", 2, 1);
    assertThat(shape(SQUARES, LOGISTIC, DESCENT, 50)).isEmpty();
    assertThat(shape(SQUARES, SQUARED, DESCENT, 1025)).isEmpty();
    assertThat(shape(SQUARES, SQUARED, DESCENT, 0)).isEmpty();
    assertThat(shape(linear, SQUARED, DESCENT, 50)).isEmpty();
    assertThat(shape(linear, LOGISTIC, DESCENT, 50)).containsInstanceOf(DeepLinearShape.class);
    assertThat(shape(linear, new Halved(), DESCENT, 50)).isEmpty();
    Optimiser clipped =
        Sections.optimiser("kind = gradient-descent, step-size = 0.1, clip-norm = 1");
    assertThat(shape(linear, LOGISTIC, clipped, 50)).isEmpty();
    assertThat(shape(SQUARES, SQUARED, clipped, 50)).isEmpty();
  }

  @Test
  void ownStepSizes_areForKernelsOfAffineLayers() {
    Model linear = Sections.model("kind = deep-linear, depth = 3", 2, 1);
    Model dense = Sections.model("kind = two-layer, width = 3000", 2, 1);
    String descent = "kind = gradient-descent, step-size = 0.1, step-sizes { layers.0 = ";
    Optimiser own = Sections.optimiser(descent + "0.2 }");
    assertThat(shape(SQUARES, SQUARED, own, 50)).isEmpty();
    assertThat(shape(linear, LOGISTIC, own, 50)).isEmpty();
    assertThat(shape(dense, SQUARED, DESCENT, 50)).isPresent();
    assertThat(shape(dense, SQUARED, own, 50)).containsInstanceOf(DenseShape.class);
    Optimiser equal = Sections.optimiser(descent + "0.1 }");
    assertThat(shape(SQUARES, SQUARED, equal, 50)).isEqualTo(shape(SQUARES, SQUARED, DESCENT, 50));
  }

  @Test
  void stepsOfAnEpoch_mayBeShorter() {
    Model linear = Sections.model("kind = deep-linear, depth = 3", 2, 1);
    String sgd = "kind = sgd, step-size = 0.1, batch-size = 16, sampling = ";
    DeepLinearShape epochs =
        (DeepLinearShape)
            shape(linear, LOGISTIC, Sections.optimiser(sgd + "epochs"), 50).orElseThrow();
    assertThat(epochs.examples()).isEqualTo(16);
    assertThat(epochs.epoch()).isEqualTo(50);
    DeepLinearShape drawn =
        (DeepLinearShape)
            shape(linear, LOGISTIC, Sections.optimiser(sgd + "with-replacement"), 50).orElseThrow();
    assertThat(drawn.epoch()).isZero();
  }
}
