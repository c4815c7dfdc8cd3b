package org.basin.engine;

import java.util.List;

/**
 * A job would publish fewer trials than stand in the tables, and was not told that it may. Nothing
 * was changed.
 */
public final class FewerTrialsException extends EngineException {

  private static final long serialVersionUID = 1L;

  private final transient RunRecord.Command last;

  FewerTrialsException(String message, RunRecord.Command last) {
    super(message);
    this.last = last;
  }

  /** The sweep file of the last run, as it was named; empty if that is not known. */
  public String file() {
    return last.file();
  }

  /** The {@code --set}s of the last run. */
  public List<String> settings() {
    return last.settings();
  }
}
