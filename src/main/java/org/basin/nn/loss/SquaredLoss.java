package org.basin.nn.loss;

import java.util.List;
import java.util.Optional;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.LossFactory;
import org.basin.nn.LossForm;
import org.basin.settings.Key;
import org.basin.settings.Section;

/**
 * The squared loss r · Σ (φ − y)², summed over outputs φ and examples. The factor r is ½ ({@code
 * half-sum}), 1 ({@code sum}) or 1 / number of labels ({@code mean}, PyTorch's {@code MSELoss},
 * which has no ½).
 */
final class SquaredLoss implements Loss {

  private final Reduction reduction;

  SquaredLoss(Reduction reduction) {
    this.reduction = reduction;
  }

  @Override
  public Optional<LossForm> form() {
    return Optional.of(reduction.of(LossForm.Term.SQUARED));
  }

  @Override
  public double value(Matrix outputs, Matrix labels) {
    double[] output = outputs.data();
    double[] label = labels.data();
    double sum = 0;
    for (int i = 0; i < output.length; i++) {
      double residual = output[i] - label[i];
      sum += residual * residual;
    }
    return sum * reduction.factor(output.length);
  }

  @Override
  public double share(int examples, int all) {
    return reduction.share(examples, all);
  }

  @Override
  public double gradient(Matrix outputs, Matrix labels, Matrix outputGradient) {
    double[] output = outputs.data();
    double[] label = labels.data();
    double[] gradient = outputGradient.data();
    double scale = 2 * reduction.factor(output.length);
    double sum = 0;
    for (int i = 0; i < output.length; i++) {
      double residual = output[i] - label[i];
      sum += residual * residual;
      gradient[i] = scale * residual;
    }
    return sum * reduction.factor(output.length);
  }

  static final class Factory implements LossFactory {

    @Override
    public String kind() {
      return "squared";
    }

    @Override
    public String summary() {
      return "The squared error (φ − y)², as a half sum, sum or mean over outputs and examples.";
    }

    @Override
    public List<Key> keys() {
      return List.of(
          Key.choice(
              "reduction",
              "how the squares of outputs and examples are combined",
              "half-sum",
              "sum",
              "mean"));
    }

    @Override
    public Loss create(Section section) {
      return new SquaredLoss(Reduction.of(section.text("reduction")));
    }
  }
}
