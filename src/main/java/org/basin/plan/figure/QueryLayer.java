package org.basin.plan.figure;

import org.basin.chart.Mark;

/**
 * Rows of a query that are drawn alike.
 *
 * @param mark how they are shown
 * @param sql a query over the tables, with a row for each thing to draw. It has the column {@code
 *     x} and, as the mark needs them, {@code y}, {@code low} and {@code high}; it may have {@code
 *     n} (a count), {@code line} (which of a series' lines), {@code series} and {@code panel}
 * @param series the name of rows without a column {@code series}; empty for none
 * @param dashed whether lines are dashed
 * @param place the file and line where the query is written
 */
public record QueryLayer(Mark mark, String sql, String series, boolean dashed, String place)
    implements FigureLayer {}
