package org.basin.engine.storage;

/**
 * A job that cannot start or did not end well. The message is one line that tells the user what to
 * do. An instance of this class itself means that the command asked for something impossible; the
 * subclasses stand for other causes.
 */
public class EngineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EngineException(String message) {
    super(message);
  }

  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
