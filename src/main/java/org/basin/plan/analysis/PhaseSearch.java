package org.basin.plan.analysis;

import java.io.Serializable;

/**
 * A search for the phases of an observable's curve: change points, and the plateau among the
 * phases.
 *
 * @param name the search's name, unique among phase searches
 * @param observable a scalar observable
 * @param logarithmic whether the logarithm of the observable is divided into phases
 * @param penalty what a further phase costs, in variances of the noise; NaN for BIC's
 * @param resolution the part of the curve's range below which nothing is a phase, above 0
 * @param flatness the part of the curve's range that a plateau may span, above 0
 * @param minLength the min number of observations in a phase, &ge; 3
 * @param maxPoints the max number of observations that are divided, &ge; 3
 */
public record PhaseSearch(
    String name,
    String observable,
    boolean logarithmic,
    double penalty,
    double resolution,
    double flatness,
    int minLength,
    int maxPoints)
    implements Serializable {}
