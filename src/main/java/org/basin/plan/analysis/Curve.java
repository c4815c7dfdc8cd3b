package org.basin.plan.analysis;

import java.io.Serializable;

/**
 * Bands of an observable's curves over the trials of a point.
 *
 * @param observable a scalar observable
 */
public record Curve(String observable) implements Serializable {}
