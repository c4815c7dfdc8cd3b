package org.basin.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.LossFactory;
import org.basin.settings.SpecException;
import org.basin.testing.OwnKinds;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;

class LossesTest {

  private static final Matrix OUTPUTS = new Matrix(2, 2, new double[] {1, 2, -1, 0.5});
  private static final Matrix LABELS = new Matrix(2, 2, new double[] {1, -1, 1, -1});

  /** What the loss of one example is under {@code reduction = sum}; its label is (1, 0). */
  private static final Map<String, DoubleBinaryOperator> CLOSED_FORMS =
      Map.of(
          "squared", (a, b) -> (a - 1) * (a - 1) + b * b,
          "logistic", (a, b) -> Math.log(1 + Math.exp(-a)) + Math.log(2),
          "softmax-cross-entropy", (a, b) -> Math.log(Math.exp(a) + Math.exp(b)) - a);

  @Test
  void everyKind_hasAClosedForm() {
    OwnKinds.assertHaveExamples(
        Losses.CATALOGUE, CLOSED_FORMS.keySet(), "CLOSED_FORMS of LossesTest");
  }

  @Test
  void value_equalsClosedForm_andGradientCentralDifferences() {
    double h = 1e-5;
    CLOSED_FORMS.forEach(
        (kind, exact) -> {
          Loss loss = Sections.loss("kind = " + kind + ", reduction = sum");
          Matrix label = new Matrix(2, 1, new double[] {1, 0});
          for (double[] at : new double[][] {{0, 0}, {0.7, -0.4}, {-2, 1.5}}) {
            Matrix gradient = new Matrix(2, 1);
            double value = loss.gradient(new Matrix(2, 1, at.clone()), label, gradient);
            assertThat(value).as(kind).isCloseTo(exact.applyAsDouble(at[0], at[1]), within(1e-14));
            double first =
                exact.applyAsDouble(at[0] + h, at[1]) - exact.applyAsDouble(at[0] - h, at[1]);
            double second =
                exact.applyAsDouble(at[0], at[1] + h) - exact.applyAsDouble(at[0], at[1] - h);
            assertThat(gradient.data())
                .as(kind)
                .containsExactly(new double[] {first / (2 * h), second / (2 * h)}, within(1e-9));
          }
        });
  }

  @Test
  void squared_equalsClosedForm_inEachReduction() {
    double sum = 0 + 9 + 4 + 2.25;
    assertThat(value("squared, reduction = half-sum")).isEqualTo(sum / 2);
    assertThat(value("squared, reduction = sum")).isEqualTo(sum);
    assertThat(value("squared, reduction = mean")).isEqualTo(sum / 4);
    assertThat(value("squared")).isEqualTo(sum / 2);
  }

  @Test
  void logistic_equalsClosedForm_inEachReduction() {
    double sum = 0;
    for (double margin : new double[] {1, -2, -1, -0.5}) {
      sum += Math.log(1 + Math.exp(-margin));
    }
    assertThat(value("logistic, reduction = sum")).isCloseTo(sum, within(1e-14));
    assertThat(value("logistic, reduction = mean")).isCloseTo(sum / 4, within(1e-14));
  }

  @Test
  void logistic_isExact_atLargeMargins() {
    Loss loss = Sections.loss("kind = logistic, reduction = sum");
    Matrix gradient = new Matrix(1, 1);
    Matrix label = new Matrix(1, 1, new double[] {-1});
    assertThat(loss.gradient(new Matrix(1, 1, new double[] {800}), label, gradient)).isEqualTo(800);
    assertThat(gradient.data()).containsExactly(1);
    assertThat(loss.gradient(new Matrix(1, 1, new double[] {-40}), label, gradient))
        .isCloseTo(Math.exp(-40), within(1e-30));
    assertThat(gradient.get(0, 0)).isCloseTo(Math.exp(-40), within(1e-30));
  }

  @Test
  void nanOutput_makesTheLossNaN() {
    Matrix outputs = new Matrix(1, 2, new double[] {Double.NaN, 0});
    Matrix labels = new Matrix(1, 2, new double[] {1, 1});
    for (LossFactory factory : Losses.CATALOGUE.factories()) {
      assertThat(Sections.loss("kind = " + factory.kind()).value(outputs, labels)).isNaN();
    }
  }

  @Test
  void logistic_refusesLabelsOtherThanPlusMinusOne() {
    Loss loss = Sections.loss("kind = logistic");
    loss.check(LABELS);
    assertThatThrownBy(() -> loss.check(new Matrix(1, 1)))
        .isInstanceOf(SpecException.class)
        .hasMessage("loss.kind is logistic, which needs labels of 1 or -1, but one is 0.0");
  }

  @Test
  void softmaxCrossEntropy_equalsClosedForm_inEachReduction() {
    Matrix labels = new Matrix(2, 2, new double[] {1, 0, 0, 1});
    double sum = Math.log(1 + Math.exp(1)) + Math.log(1 + Math.exp(-1.5));
    for (String reduction : new String[] {"sum", "mean"}) {
      Loss loss = Sections.loss("kind = softmax-cross-entropy, reduction = " + reduction);
      double share = reduction.equals("sum") ? 1 : 0.5;
      assertThat(loss.value(OUTPUTS, labels)).isCloseTo(share * sum, within(1e-15));
      Matrix gradient = new Matrix(2, 2);
      assertThat(loss.gradient(OUTPUTS, labels, gradient)).isEqualTo(loss.value(OUTPUTS, labels));
      double first = share / (1 + Math.exp(-1));
      double second = share / (1 + Math.exp(1.5));
      assertThat(gradient.data())
          .containsExactly(new double[] {-first, first, second, -second}, within(1e-15));
      assertThat(loss.share(3, 12)).isEqualTo(reduction.equals("sum") ? 1 : 0.25);
    }
  }

  @Test
  void softmaxCrossEntropy_isExact_atLargeOutputs() {
    Loss loss = Sections.loss("kind = softmax-cross-entropy, reduction = sum");
    Matrix label = new Matrix(3, 1, new double[] {0, 1, 0});
    Matrix gradient = new Matrix(3, 1);
    Matrix outputs = new Matrix(3, 1, new double[] {1000, -1000, 1000});
    assertThat(loss.gradient(outputs, label, gradient)).isEqualTo(2000 + Math.log(2));
    assertThat(gradient.data()).containsExactly(0.5, -1, 0.5);
    // Beside two outputs 40 lower: p = e^-40 each.
    outputs = new Matrix(3, 1, new double[] {0, 40, 0});
    assertThat(loss.gradient(outputs, label, gradient)).isCloseTo(2 * Math.exp(-40), within(1e-30));
    assertThat(gradient.get(0, 0)).isCloseTo(Math.exp(-40), within(1e-30));
  }

  @Test
  void softmaxCrossEntropy_refusesLabelsThatAreNotOneHot() {
    Loss loss = Sections.loss("kind = softmax-cross-entropy");
    loss.check(new Matrix(2, 2, new double[] {1, 0, 0, 1}));
    String start = "loss.kind is softmax-cross-entropy, which needs one-hot labels";
    refused(loss, LABELS, start + ", but one has -1.0");
    refused(loss, new Matrix(2, 1), start + ", but one has 0 ones");
    refused(loss, new Matrix(2, 1, new double[] {1, 1}), start + ", but one has 2 ones");
    refused(
        loss,
        new Matrix(1, 1, new double[] {1}),
        start + " of two classes or more, but a label is one number");
  }

  private static void refused(Loss loss, Matrix labels, String message) {
    assertThatThrownBy(() -> loss.check(labels))
        .isInstanceOf(SpecException.class)
        .hasMessage(message);
  }

  private static double value(String kind) {
    return Sections.loss("kind = " + kind).value(OUTPUTS, LABELS);
  }
}
