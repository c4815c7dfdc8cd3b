package org.basin.plan.analysis;

import java.io.Serializable;

/**
 * Bands of an observable's curves over the trials of a point.
 *
 * @param observable a scalar observable
 * @param gridSteps the max number of observed steps that are all in the grid of bands; ≥ 1
 * @param perDecade the number of steps of the grid in a factor of ten if more are observed; ≥ 1
 */
public record Curve(String observable, long gridSteps, long perDecade) implements Serializable {}
