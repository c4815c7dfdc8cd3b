package org.basin.engine.figure;

import org.basin.engine.query.QueryException;
import org.basin.plan.figure.Figure;
import org.basin.plan.figure.FigureLayer;

/** A figure with a query that is wrong. Its message begins with the query's file and line. */
public final class FigureException extends QueryException {

  private static final long serialVersionUID = 1L;

  FigureException(Figure figure, FigureLayer layer, String problem) {
    super(layer.place() + ": figure " + figure.name() + ": " + problem);
  }
}
