package org.basin.plan.figure;

import java.util.List;

/**
 * A view of the tables.
 *
 * @param view what is shown
 * @param of the observable, measure or event that it is of
 * @param along the paths of the axes that are the figure's scales; empty where steps are
 * @param series the paths of the axes whose values are series; empty for every axis that is neither
 *     along nor a panel
 * @param panel the paths of the axes whose values are panels
 * @param where an SQL condition on the axes' columns; empty for every point
 * @param statistic the statistic of points that is shown; empty for the median
 * @param carried whether curves carry the last value of trials that have ended
 * @param place the file and line where the view is written
 */
public record ViewLayer(
    View view,
    String of,
    List<String> along,
    List<String> series,
    List<String> panel,
    String where,
    String statistic,
    boolean carried,
    String place)
    implements FigureLayer {

  public ViewLayer {
    along = List.copyOf(along);
    series = List.copyOf(series);
    panel = List.copyOf(panel);
  }
}
