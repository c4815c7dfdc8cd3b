package org.basin.engine.figure;

import org.basin.engine.query.QueryAnalyser;
import org.basin.engine.query.QueryException;
import org.basin.plan.Sweep;

/** Checks whether the queries of a sweep's figures are allowed and correct, before it is run. */
public final class FigureCheck {

  private FigureCheck() {}

  /**
   * Checks the query of every layer.
   *
   * @param queries analyses queries over tables with the columns that the sweep's will have
   * @throws FigureException for the first query that is wrong or not allowed
   */
  public static void check(Sweep sweep, QueryAnalyser queries) {
    sweep.figures().forEach(figure -> check(DrawnFigure.of(sweep, figure), queries));
  }

  private static void check(DrawnFigure figure, QueryAnalyser queries) {
    for (DrawnLayer layer : figure.layers()) {
      try {
        LayerColumns.problem(figure, layer, queries.schema(layer.sql(), true))
            .ifPresent(
                problem -> {
                  throw new FigureException(figure, layer, problem);
                });
      } catch (QueryException e) {
        throw new FigureException(figure, layer, e.getMessage());
      }
    }
  }
}
