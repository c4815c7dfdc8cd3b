package org.basin.engine;

/**
 * Another process has taken the sweep's folder over, as this one seemed dead. What it committed
 * before is kept; it must write nothing more.
 */
public final class LeaseLostException extends EngineException {

  private static final long serialVersionUID = 1L;

  LeaseLostException(String message) {
    super(message);
  }
}
