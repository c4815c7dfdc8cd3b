package org.basin.nn.loss;

import java.util.List;
import java.util.Optional;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.LossFactory;
import org.basin.nn.LossForm;
import org.basin.settings.Key;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * The cross-entropy loss r · Σ −ln p_k, summed over examples, where k is the example's class and p
 * = softmax(φ), p_i = e^{φ_i} / Σ_j e^{φ_j}. The factor r is 1 ({@code sum}) or 1 / number of
 * examples ({@code mean}, PyTorch's {@code CrossEntropyLoss}). Labels are one-hot: 1 for the class,
 * 0 elsewhere.
 *
 * <p>No output overflows: with m = φ_t the largest output, it computes −ln p_k = ln(1 + Σ_{j≠t}
 * e^{φ_j − m}) − (φ_k − m).
 */
final class SoftmaxCrossEntropyLoss implements Loss {

  private final Reduction reduction;

  SoftmaxCrossEntropyLoss(Reduction reduction) {
    this.reduction = reduction;
  }

  @Override
  public Optional<LossForm> form() {
    return Optional.of(reduction.of(LossForm.Term.SOFTMAX_CROSS_ENTROPY));
  }

  @Override
  public double value(Matrix outputs, Matrix labels) {
    return sum(outputs, labels, null) * reduction.factor(outputs.columns());
  }

  @Override
  public double gradient(Matrix outputs, Matrix labels, Matrix outputGradient) {
    double scale = reduction.factor(outputs.columns());
    double sum = sum(outputs, labels, outputGradient.data());
    double[] gradient = outputGradient.data();
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= scale;
    }
    return sum * scale;
  }

  /**
   * Σ −ln p_k over the examples.
   *
   * @param gradient overwritten with p − y; null to leave it out
   */
  private static double sum(Matrix outputs, Matrix labels, double[] gradient) {
    double[] output = outputs.data();
    double[] label = labels.data();
    int classes = outputs.rows();
    double sum = 0;
    for (int from = 0; from < output.length; from += classes) {
      int top = top(output, from, classes);
      double largest = output[from + top];
      // The largest output's term e^0 = 1 is left out, so that a loss near 0 keeps its digits.
      double rest = 0;
      double chosen = 0;
      for (int k = 0; k < classes; k++) {
        double shifted = output[from + k] - largest;
        rest += k == top ? shifted : Math.exp(shifted); // 0, or NaN for an infinite output.
        chosen += label[from + k] == 0 ? 0 : shifted;
      }
      sum += Math.log1p(rest) - chosen;
      if (gradient != null) {
        for (int k = 0; k < classes; k++) {
          double exponential = Math.exp(output[from + k] - largest);
          boolean isClass = label[from + k] != 0;
          double others = k == top ? rest : 1 + rest - exponential;
          gradient[from + k] = (isClass ? -others : exponential) / (1 + rest);
        }
      }
    }
    return sum;
  }

  /** The index of the example's largest output, or of its last NaN if there is one. */
  private static int top(double[] output, int from, int classes) {
    int top = 0;
    for (int k = 1; k < classes; k++) {
      if (output[from + k] > output[from + top] || Double.isNaN(output[from + k])) {
        top = k;
      }
    }
    return top;
  }

  @Override
  public double share(int examples, int all) {
    return reduction.share(examples, all);
  }

  @Override
  public void check(Matrix labels) {
    if (labels.rows() < 2) {
      throw new SpecException(
          "loss.kind",
          "is softmax-cross-entropy, which needs one-hot labels of two classes or more, but a"
              + " label is one number");
    }
    for (int c = 0; c < labels.columns(); c++) {
      int ones = 0;
      for (int r = 0; r < labels.rows(); r++) {
        double label = labels.get(r, c);
        ones += label == 1 ? 1 : 0;
        if (label != 0 && label != 1) {
          throw new SpecException(
              "loss.kind",
              "is softmax-cross-entropy, which needs one-hot labels, but one has " + label);
        }
      }
      if (ones != 1) {
        throw new SpecException(
            "loss.kind",
            "is softmax-cross-entropy, which needs one-hot labels, but one has " + ones + " ones");
      }
    }
  }

  static final class Factory implements LossFactory {

    @Override
    public String kind() {
      return "softmax-cross-entropy";
    }

    @Override
    public String summary() {
      return "The cross-entropy of the softmax of the outputs with one-hot labels, as a sum or mean.";
    }

    @Override
    public List<Key> keys() {
      return List.of(
          Key.choice("reduction", "how the examples' terms are combined", "sum", "mean"));
    }

    @Override
    public Loss create(Section section) {
      return new SoftmaxCrossEntropyLoss(Reduction.of(section.text("reduction")));
    }
  }
}
