package org.basin.engine.protocol;

/** Ends a process of the model at the step that it was about to take. */
final class Killed extends Error {

  private static final long serialVersionUID = 1L;

  Killed() {
    super("killed", null, false, false);
  }
}
