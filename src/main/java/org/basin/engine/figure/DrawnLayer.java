package org.basin.engine.figure;

import org.basin.chart.Mark;
import org.basin.plan.figure.QueryLayer;

/**
 * A query of a figure, written or made from a view.
 *
 * @param mark how its rows are shown
 * @param sql the query
 * @param series the name of rows without a column {@code series}
 * @param dashed whether lines are dashed
 * @param place where it, or the view, is written
 * @param single whether a series has one row at an x; two would be of different points
 */
record DrawnLayer(
    Mark mark, String sql, String series, boolean dashed, String place, boolean single) {

  static DrawnLayer of(QueryLayer layer) {
    return new DrawnLayer(
        layer.mark(), layer.sql(), layer.series(), layer.dashed(), layer.place(), false);
  }
}
