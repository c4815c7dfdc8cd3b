package org.basin.nn;

/**
 * Which loss over a set of examples this is: a sum of terms, and what the sum is multiplied by.
 *
 * @param term what is summed
 * @param mean whether the sum is divided by the number of terms
 * @param weight what the sum is multiplied by if it is not; 1 if it is
 */
public record LossForm(Term term, boolean mean, double weight) {

  /** What is summed, φ being an output and y its label. */
  public enum Term {
    /** (φ − y)² of each output of each example. */
    SQUARED,
    /** ln(1 + e^{−yφ}) of each output of each example, y = ±1. */
    LOGISTIC,
    /** −ln softmax(φ)_k of each example, k being its class. */
    SOFTMAX_CROSS_ENTROPY
  }

  /** The mean of the terms. */
  public static LossForm mean(Term term) {
    return new LossForm(term, true, 1);
  }

  /** The sum of the terms times {@code weight}. */
  public static LossForm sum(Term term, double weight) {
    return new LossForm(term, false, weight);
  }

  /** What the sum of {@code terms} terms is multiplied by; terms ≥ 1. */
  public double factor(int terms) {
    return mean ? 1.0 / terms : weight;
  }
}
