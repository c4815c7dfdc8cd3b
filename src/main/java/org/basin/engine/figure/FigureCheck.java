package org.basin.engine.figure;

import org.basin.engine.query.QueryAnalyser;
import org.basin.engine.query.QueryException;
import org.basin.engine.query.QueryLimits;
import org.basin.engine.storage.EngineSettings;
import org.basin.plan.Sweep;
import org.basin.tables.AxisColumns;
import org.basin.tables.TableSchemas;

/**
 * Checks whether the queries of a sweep's figures are allowed and correct, before anything is
 * trained. It needs no session.
 */
public final class FigureCheck {

  private FigureCheck() {}

  /**
   * Checks the query of every layer.
   *
   * @throws FigureException for the first query that is wrong or not allowed
   */
  public static void check(Sweep sweep) {
    if (sweep.figures().isEmpty()) {
      return; // Spark's parser and analyser take a while to load.
    }
    QueryAnalyser queries =
        QueryAnalyser.ofSchemas(
            TableSchemas.of(AxisColumns.of(sweep.plan()), sweep.observables()),
            EngineSettings.load().confidenceLevel(),
            QueryLimits.load());
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
