package org.basin.engine.lease;

import org.basin.engine.storage.EngineException;

/** Another process is using the sweep. It is alive, as far as can be told. */
public final class LeaseHeldException extends EngineException {

  private static final long serialVersionUID = 1L;

  LeaseHeldException(String message) {
    super(message);
  }
}
