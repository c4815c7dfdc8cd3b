package org.basin.nn.loss;

import org.basin.nn.Loss;
import org.basin.nn.LossForm;

/**
 * How a loss combines its terms. A loss has one term for each output of each example, or one for
 * each example.
 */
enum Reduction {
  HALF_SUM,
  SUM,
  MEAN;

  /**
   * The reduction with this name in a sweep file: {@code half-sum}, {@code sum} or {@code mean}.
   */
  static Reduction of(String name) {
    return switch (name) {
      case "half-sum" -> HALF_SUM;
      case "sum" -> SUM;
      case "mean" -> MEAN;
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** See {@link Loss#share}. */
  double share(int examples, int all) {
    return this == MEAN ? (double) examples / all : 1;
  }

  /** The form of a loss that combines such terms in this way. */
  LossForm of(LossForm.Term term) {
    return this == MEAN ? LossForm.mean(term) : LossForm.sum(term, this == SUM ? 1 : 0.5);
  }

  /** The factor on the sum of {@code terms} terms; NaN for the mean of no terms. */
  double factor(int terms) {
    return switch (this) {
      case HALF_SUM -> 0.5;
      case SUM -> 1;
      case MEAN -> terms == 0 ? Double.NaN : 1.0 / terms;
    };
  }
}
