package org.basin.engine.figure;

import org.basin.engine.query.QueryException;

/** A figure with a query that is wrong. Its message begins with the query's file and line. */
public final class FigureException extends QueryException {

  private static final long serialVersionUID = 1L;

  FigureException(DrawnFigure figure, DrawnLayer layer, String problem) {
    super(layer.place() + ": figure " + figure.name() + ": " + problem);
  }
}
