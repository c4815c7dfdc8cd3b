package org.basin.engine;

/** No slice of a run's work succeeded. */
public final class NothingTrainedException extends EngineException {

  private static final long serialVersionUID = 1L;

  public NothingTrainedException(String why) {
    super("no trial was trained: " + why);
  }
}
