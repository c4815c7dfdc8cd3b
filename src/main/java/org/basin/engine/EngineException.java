package org.basin.engine;

/** A job that cannot start or did not end well; the message tells the user what to do. */
public sealed class EngineException extends RuntimeException permits NothingTrainedException {

  private static final long serialVersionUID = 1L;

  public EngineException(String message) {
    super(message);
  }

  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
