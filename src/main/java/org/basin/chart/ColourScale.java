package org.basin.chart;

/**
 * What the colour of a cell says.
 *
 * @param label what the numbers are
 * @param min the number that has the first colour
 * @param max the number that has the last colour, greater than {@code min}
 */
public record ColourScale(String label, double min, double max) {}
