package org.basin.engine;

/** No slice of a run's work succeeded. */
public final class NothingTrainedException extends EngineException {

  private static final long serialVersionUID = 1L;

  /**
   * A run that trained nothing.
   *
   * @param why in one line
   * @param cause what the first slice failed with, which tells whose the fault is
   */
  public NothingTrainedException(String why, Throwable cause) {
    super("no trial was trained: " + why, cause);
  }
}
