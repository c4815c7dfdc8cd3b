package org.basin.engine.query;

/**
 * A call of one of Basin's functions with arguments that it is not defined for. Comes from the
 * tasks of a query, wrapped in what Spark makes of it; the message is one line.
 */
public final class ArgumentException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  ArgumentException(String message) {
    super(message);
  }
}
