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
 * The logistic loss r · Σ ln(1 + e^{−yφ}), summed over outputs φ and examples, with labels y = ±1.
 * The factor r is 1 ({@code sum}) or 1 / number of labels ({@code mean}, PyTorch's {@code
 * SoftMarginLoss}). Lin, Sun &amp; Zhang (2021). There is no factor ½.
 *
 * <p>Neither large margins nor large errors overflow: with m = yφ, it computes ln(1 + e^{−m}) =
 * max(0, −m) + ln(1 + e^{−|m|}).
 */
final class LogisticLoss implements Loss {

  private final Reduction reduction;

  LogisticLoss(Reduction reduction) {
    this.reduction = reduction;
  }

  @Override
  public Optional<LossForm> form() {
    return Optional.of(reduction.of(LossForm.Term.LOGISTIC));
  }

  @Override
  public double value(Matrix outputs, Matrix labels) {
    double[] output = outputs.data();
    double[] label = labels.data();
    double sum = 0;
    for (int i = 0; i < output.length; i++) {
      double margin = label[i] * output[i];
      sum += Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)));
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
    double scale = reduction.factor(output.length);
    double sum = 0;
    for (int i = 0; i < output.length; i++) {
      double margin = label[i] * output[i];
      double small = Math.exp(-Math.abs(margin));
      sum += Math.max(0, -margin) + Math.log1p(small);
      // −y/(1 + e^m), computed so that the exponential does not overflow.
      double weight = margin >= 0 ? small / (1 + small) : 1 / (1 + small);
      gradient[i] = -scale * label[i] * weight;
    }
    return sum * scale;
  }

  @Override
  public void check(Matrix labels) {
    for (double label : labels.data()) {
      if (Math.abs(label) != 1) {
        throw new SpecException(
            "loss.kind", "is logistic, which needs labels of 1 or -1, but one is " + label);
      }
    }
  }

  static final class Factory implements LossFactory {

    @Override
    public String kind() {
      return "logistic";
    }

    @Override
    public String summary() {
      return "The logistic loss ln(1 + e^(−yφ)) of labels ±1, as a sum or mean.";
    }

    @Override
    public List<Key> keys() {
      return List.of(
          Key.choice(
              "reduction", "how the terms of outputs and examples are combined", "sum", "mean"));
    }

    @Override
    public Loss create(Section section) {
      return new LogisticLoss(Reduction.of(section.text("reduction")));
    }
  }
}
