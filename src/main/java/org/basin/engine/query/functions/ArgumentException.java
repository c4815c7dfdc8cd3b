package org.basin.engine.query.functions;

/**
 * A call of one of Basin's functions with arguments for which it is not defined. It is thrown in a
 * query's tasks, and Spark wraps it. The message is one line.
 */
public final class ArgumentException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  ArgumentException(String message) {
    super(message);
  }
}
