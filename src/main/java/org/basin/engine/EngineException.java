package org.basin.engine;

/**
 * A job that cannot start or did not end well; the message, one line, tells the user what to do.
 * Thrown as it is, the command asked for what cannot be; its subclasses say what else was at fault.
 */
public sealed class EngineException extends RuntimeException
    permits DamagedWorkException,
        FewerTrialsException,
        LeaseLostException,
        MachineException,
        NothingTrainedException {

  private static final long serialVersionUID = 1L;

  public EngineException(String message) {
    super(message);
  }

  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
