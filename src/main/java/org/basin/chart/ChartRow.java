package org.basin.chart;

/**
 * One row of a layer.
 *
 * @param x a number, or the name of a category
 * @param y a number, NaN where there is none, or the name of a category
 * @param low the lower end of an interval or a band, or a cell's number; NaN where there is none
 * @param high the upper end; NaN where there is none
 * @param count the number of trials that the row is made of; -1 if it does not say
 */
public record ChartRow(Object x, Object y, double low, double high, long count) {}
