package org.basin.engine;

import org.basin.engine.storage.EngineException;

/** A run in which no slice of work succeeded. */
public final class NothingTrainedException extends EngineException {

  private static final long serialVersionUID = 1L;

  /**
   * Describes a run that trained nothing.
   *
   * @param why the reason, in one line
   * @param cause the failure of the first slice, which shows what was at fault
   */
  public NothingTrainedException(String why, Throwable cause) {
    super("no trial was trained: " + why, cause);
  }
}
