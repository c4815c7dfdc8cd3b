package org.basin.engine.query;

/** A query that is wrong or not allowed. The message is one line that says what to change. */
public class QueryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message one line: what is wrong, and what would be right
   */
  public QueryException(String message) {
    super(message);
  }

  QueryException(String message, Throwable cause) {
    super(message, cause);
  }
}
