package org.basin.chart;

import java.util.List;

/**
 * Rows that are drawn alike. Layers of one series share its colour.
 *
 * @param mark how the rows are shown
 * @param series the name of the series in the legend; empty for the only one, which needs none
 * @param dashed whether lines are dashed, as laws and bounds are beside what was measured
 * @param rows the rows, in the order of x
 */
public record Layer(Mark mark, String series, boolean dashed, List<ChartRow> rows) {

  public Layer {
    rows = List.copyOf(rows);
  }
}
