package org.basin.nn;

/**
 * Describes a loss over a set of examples: a sum of terms and the factor on the sum.
 *
 * @param term the term that is summed
 * @param mean whether the sum is divided by the number of terms
 * @param weight the factor on the sum if it is not divided; 1 if it is
 */
public record LossForm(Term term, boolean mean, double weight) {

  /** The term that is summed, where φ is an output and y its label. */
  public enum Term {
    /** (φ − y)² of each output of each example. */
    SQUARED,
    /** ln(1 + e^{−yφ}) of each output of each example, y = ±1. */
    LOGISTIC,
    /** −ln softmax(φ)_k of each example, where k is its class. */
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

  /** The factor on the sum of {@code terms} terms; terms ≥ 1. */
  public double factor(int terms) {
    return mean ? 1.0 / terms : weight;
  }
}
