package org.basin.engine.lease;

import org.basin.engine.storage.EngineException;

/**
 * Another process has taken over the sweep's folder, because this process seemed to be dead. The
 * work that it committed before is kept. It must write nothing more.
 */
public final class LeaseLostException extends EngineException {

  private static final long serialVersionUID = 1L;

  LeaseLostException(String message) {
    super(message);
  }
}
