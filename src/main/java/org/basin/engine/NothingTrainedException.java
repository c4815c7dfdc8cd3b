package org.basin.engine;

/** No slice of a run's work succeeded: a fault of the machine, whatever the input. */
public final class NothingTrainedException extends EngineException {

  private static final long serialVersionUID = 1L;

  NothingTrainedException(String why) {
    super("no trial was trained: " + why);
  }
}
