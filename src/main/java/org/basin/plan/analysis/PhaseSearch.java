package org.basin.plan.analysis;

import java.io.Serializable;

/**
 * A search for the phases of an observable's curve: change points, and the plateau among the
 * phases.
 *
 * @param name the search's name, unique among phase searches
 * @param observable a scalar observable
 * @param logarithmic whether the logarithm of the observable is divided into phases
 */
public record PhaseSearch(String name, String observable, boolean logarithmic)
    implements Serializable {}
