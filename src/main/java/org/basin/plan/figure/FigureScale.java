package org.basin.plan.figure;

import java.io.Serializable;
import org.basin.chart.Scale;

/**
 * A scale of a figure.
 *
 * @param label what the numbers are, with their unit
 * @param kind how they are placed
 * @param min the lowest number shown, NaN to show all
 * @param max the highest number shown, NaN to show all
 */
public record FigureScale(String label, Scale.Kind kind, double min, double max)
    implements Serializable {}
