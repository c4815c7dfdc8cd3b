package org.basin.nn.loss;

import org.basin.nn.Loss;
import org.basin.nn.LossForm;

/** What a loss makes of its terms, one for each output of each example, or one for each example. */
enum Reduction {
  HALF_SUM,
  SUM,
  MEAN;

  /** From the name in a sweep file: {@code half-sum}, {@code sum}, {@code mean}. */
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

  /** The loss that makes this of the terms. */
  LossForm of(LossForm.Term term) {
    return this == MEAN ? LossForm.mean(term) : LossForm.sum(term, this == SUM ? 1 : 0.5);
  }

  /** What the sum of {@code terms} terms is multiplied by; NaN for the mean of none. */
  double factor(int terms) {
    return switch (this) {
      case HALF_SUM -> 0.5;
      case SUM -> 1;
      case MEAN -> terms == 0 ? Double.NaN : 1.0 / terms;
    };
  }
}
